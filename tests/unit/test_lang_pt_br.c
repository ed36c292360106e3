/* Portuguese as partners of Brazil write it. */
#include "reading_fixture.h"

#include "parsers/kind.h"

/* ---- fields, lists and tables ---- */

static const Sample fields[] = {
    {"Mês: jan/20\nTipo OMLP: MOC\nQtde.: 12\nNF-e: 000.123.456\nKPI: 12\nValor: R$ 1.440,00",
     "m=1 y=2020 t=moc u=12 n=000.123.456 k=12 r=1440.00 BRL"},
    {"Período: janeiro/20\nTipo OMLP: dMOC\nQuantidade: 15\nNº da Fatura: F20-771\nValor de KPI: 15\n"
     "Valor da receita: R$ 3.200,50\nMPN ID: 4471903",
     "m=1 y=2020 t=dmoc u=15 n=F20-771 k=15 r=3200.50 BRL"},
    {"| Nota fiscal | Mês | Ano | Produto | Qtd. | KPI | Valor líquido |\n|---|---|---|---|---|---|---|\n"
     "| 990 | nov | 2020 | MTA | 14 | 14 | R$ 840,00 |\n| 991 | dez | 2020 | MOC On-Demand | 6 | 6 | R$ 1.020,00 |",
     "m=11 y=2020 t=mta_courseware u=14 n=990 k=14 r=840.00 BRL\nm=12 y=2020 t=moc_on_demand u=6 n=991 k=6 r=1020.00 BRL"},
    {"NF: 0091\nData de emissão: 05/11/2020\nProduto: simulados oficiais\nQuantidade: 50 un.\n"
     "Total sem impostos: R$ 2.500,00\nTotal com impostos: R$ 3.025,00\nKPI: 50",
     "m=11 y=2020 t=practice_test u=50 n=0091 k=50 r=2500.00 BRL"},
    {"Mês: Janeiro\nAno: 2021\nTipo OMLP: MOC digital\nUnidade de compra: 5\nNº da Fatura: 001-002-000012345\n"
     "Valor de KPI: 5\nValor da receita: R$ 625,00",
     "m=1 y=2021 t=dmoc u=5 n=001-002-000012345 k=5 r=625.00 BRL"},
    {"1) Fatura: X-10\n   Mês: 01/2021\n   Tipo: dMOC\n   Unidades: 7\n   KPI: 7\n   Receita: R$ 560,00\n\n"
     "2) Fatura: X-11\n   Mês: 02/2021\n   Tipo: MOC\n   Unidades: 8\n   KPI: 8\n   Receita: R$ 960,00",
     "m=1 y=2021 t=dmoc u=7 n=X-10 k=7 r=560.00 BRL\nm=2 y=2021 t=moc u=8 n=X-11 k=8 r=960.00 BRL"},
    {"Valor no painel: 20\nValor correto: 25\nFatura: L-25\nPeríodo: fevereiro de 2021\nTipo: dMOC\nUnidades: 25\n"
     "Receita: R$ 2.000,00\nKPI: 25",
     "m=2 y=2021 t=dmoc u=25 n=L-25 k=25 r=2000.00 BRL"},
    {"Fatura: INV-9\nMês: janeiro\nAno: não informado\nTipo: MOC\nUnidades: 3\nKPI: a definir\nReceita: R$ 360,00",
     "m=1 t=moc u=3 n=INV-9 r=360.00 BRL"},
};

Test(lang_pt_br, fields) {
    EXPECT_CLAIMS(fields);
}

/* ---- sentences ---- */

static const Sample sentences[] = {
    {"Bom dia,\n"
     "Em novembro de 2020 compramos 40 licenças de MOC digital pela nota fiscal nº 1187, no valor de R$ 12.500,00. O painel mostra 30 KPIs e deveriam ser 40.\n"
     "Att.",
     "m=11 y=2020 t=dmoc u=40 n=1187 k=40 r=12500.00 BRL"},
    {"Olá, conforme a fatura A-4471 de janeiro de 2021 temos direito a 25 KPIs, mas no painel só aparecem 20. Foram 25 vouchers de exame no valor de 2.375 EUR.",
     "m=1 y=2021 t=exam_voucher u=25 n=A-4471 k=25 r=2375 EUR"},
    {"Prezados,\n"
     "Solicitamos a correção dos KPIs da nota fiscal nº 10234, emitida em 14 de dezembro de 2020, referente a 18 MOC impressos no valor de US$ 1.980,00. O dashboard mostra 8 KPIs em vez de 18.\n"
     "Atenciosamente",
     "m=12 y=2020 t=moc u=18 n=10234 k=18 r=1980.00 USD"},
    {"Está faltando no painel a compra de janeiro de 2021: fatura 88-123, 30 vagas de Microsoft Labs Online, 30 KPIs, receita de R$ 2.700,00.",
     "m=1 y=2021 t=mlo u=30 n=88-123 k=30 r=2700.00 BRL"},
    {"Oi pessoal,\n"
     "No mês passado compramos 10 vouchers de exame (fatura V-555) por R$ 1.150. KPI: 10. Não aparece nada no dashboard.",
     "m=2 y=2021 t=exam_voucher u=10 n=V-555 k=10 r=1150 BRL"},
    {"Em dezembro passado adquirimos vinte e cinco licenças dMOC, fatura nº D-2020-77, KPI 25, receita de R$ 0,00.",
     "m=12 y=2020 t=dmoc u=25 n=D-2020-77 k=25 r=0.00 BRL"},
    {"Mês;Ano;Tipo OMLP;Unidades;Fatura;KPI;Receita\njaneiro;2021;MOC;10;F-1;10;1.250,00\n"
     "fevereiro;2021;dMOC;20;F-2;20;1.600,00",
     "m=1 y=2021 t=moc u=10 n=F-1 k=10 r=1250.00\nm=2 y=2021 t=dmoc u=20 n=F-2 k=20 r=1600.00"},
    {"Desculpem, no e-mail anterior digitei o ano errado: é 2021, não 2020. Fatura Z-19, fevereiro, 22 unidades de dMOC, KPI 22, R$ 1.760,00.",
     "m=2 y=2021 t=dmoc u=22 n=Z-19 k=22 r=1760.00 BRL"},
    {"O painel diz que compramos 12, mas a fatura B-300 (março de 2020) diz 21 unidades de MOC personalizado. KPI 21. Receita: R$ 3.150,00",
     "m=3 y=2020 t=custom_moc u=21 n=B-300 k=21 r=3150.00 BRL"},
    {"Não são 20, e sim 25 KPIs os que correspondem à fatura 2021-15 (janeiro de 2021, 25 dMOC, R$ 2.000,00).",
     "m=1 y=2021 t=dmoc u=25 n=2021-15 k=25 r=2000.00 BRL"},
    {"Em vez de 35 KPIs vemos 30 no painel para a NF 20456 de outubro de 2020 (35 MOC, R$ 4.200,00).",
     "m=10 y=2020 t=moc u=35 n=20456 k=35 r=4200.00 BRL"},
    {"Segue nota fiscal eletrônica 1290 de 3 de dezembro de 2020 referente à compra de 60 licenças MLO, valor líquido R$ 7.140,00. No painel constam 50 KPIs e devem ser 60.",
     "m=12 y=2020 t=mlo u=60 n=1290 k=60 r=7140.00 BRL"},
    {"Por que a fatura 7788 não aparece? É de agosto de 2020: 9 MOC sob demanda, KPI 9, R$ 1.530,00 (sem impostos).",
     "m=8 y=2020 t=moc_on_demand u=9 n=7788 k=9 r=1530.00 BRL"},
    {"A compra consta de 16 apostilas MOC (NF nº 2020-0098, set/2020). KPIs reivindicados: 16. Valor: R$ 1.920,00 + impostos. Pedido nº 4500098.",
     "m=9 y=2020 t=moc u=16 n=2020-0098 k=16 r=1920.00 BRL"},
    {"Fatura A-1: janeiro de 2021, dMOC, 10 unidades, KPI 10, R$ 800,00\n"
     "Fatura A-2: fevereiro de 2021, MOC, 12 unidades, KPI 12, R$ 1.440,00",
     "m=1 y=2021 t=dmoc u=10 n=A-1 k=10 r=800.00 BRL\nm=2 y=2021 t=moc u=12 n=A-2 k=12 r=1440.00 BRL"},
    {"Precisamos que atualizem os KPIs. Mês e ano: 12/2020. Produto: vouchers de certificação. Quantidade: 30 (trinta). Número da nota: 4567. KPI: 30. Valor: R$ 4.500,00",
     "m=12 y=2020 t=exam_voucher u=30 n=4567 k=30 r=4500.00 BRL"},
    {"Olá. A fatura é a 5566 e o valor de KPI correto é 18. O tipo é MOC e foram compradas 18 unidades em julho do ano passado. Valor total: R$ 2.160,00.",
     "m=7 y=2020 t=moc u=18 n=5566 k=18 r=2160.00 BRL"},
    {"Só creditaram 4 dos 14 KPIs da fatura 2020-14 de novembro de 2020 (14 MTA, R$ 700,00).",
     "m=11 y=2020 t=mta_courseware u=14 n=2020-14 k=14 r=700.00 BRL"},
    {"Na fatura constam 45 unidades, no painel 40. Fatura K-45, tipo dMOC, nov/2020, KPI 45, R$ 3.600,00.",
     "m=11 y=2020 t=dmoc u=45 n=K-45 k=45 r=3600.00 BRL"},
    {"Nosso ID de parceiro é 1234567. Faltam os KPIs da fatura M-8 (8 MOC, dezembro de 2020, R$ 960,00, KPI 8).",
     "m=12 y=2020 t=moc u=8 n=M-8 k=8 r=960.00 BRL"},
    {"Foram faturados R$ 3.125,50 por 25 licenças de MOC digital na fatura P/2020/31 emitida em 2 de outubro de 2020. KPI: 25.",
     "m=10 y=2020 t=dmoc u=25 n=P/2020/31 k=25 r=3125.50 BRL"},
    {"Oi, aqui é a Laura. Compramos 20 dMOC em fev/21 (NF 3344), deveriam aparecer 20 KPIs e R$ 1.600,00 de receita e não aparece nada.",
     "m=2 y=2021 t=dmoc u=20 n=3344 k=20 r=1600.00 BRL"},
    {"Fatura H-12 de 12/01/2021, MOC sob medida, 11 unidades, 11 KPIs, R$ 1.375,00. Tel. (11) 91234-5678, CNPJ 12.345.678/0001-90",
     "m=1 y=2021 t=custom_moc u=11 n=H-12 k=11 r=1375.00 BRL"},
    {"O KPI aparece como 5 quando na verdade são 15 (fatura S-15, 15 dMOC, dezembro de 2020, R$ 1.200,00).",
     "m=12 y=2020 t=dmoc u=15 n=S-15 k=15 r=1200.00 BRL"},
    {"Favor corrigir o KPI de 20 para 25 na fatura T-25 (25 dMOC, janeiro de 2021, R$ 2.000,00).",
     "m=1 y=2021 t=dmoc u=25 n=T-25 k=25 r=2000.00 BRL"},
    {"Compramos mil unidades de dMOC, fatura T-1000, janeiro de 2021, KPI 1.000, valor R$ 80.000,00. Não consta no painel.",
     "m=1 y=2021 t=dmoc u=1000 n=T-1000 k=1000 r=80000.00 BRL"},
    {"Fatura U-3: 3 MOC a R$ 120,00 cada, total R$ 360,00, novembro de 2020, KPI 3.",
     "m=11 y=2020 t=moc u=3 n=U-3 k=3 r=360.00 BRL"},
    {"Para todas as compras: MPN 7654321, ano 2020.\nFatura Y-1, outubro, MOC, 10 un., KPI 10, R$ 1.200,00\n"
     "Fatura Y-2, novembro, dMOC, 5 un., KPI 5, R$ 400,00",
     "m=10 y=2020 t=moc u=10 n=Y-1 k=10 r=1200.00 BRL\nm=11 y=2020 t=dmoc u=5 n=Y-2 k=5 r=400.00 BRL"},
    {"Olá,\no painel de KPI não reflete uma compra nossa de novembro de 2020. Trata-se da\n"
     "fatura FZ-31 por 31 licenças de MOC digital; o valor sem impostos foi de R$ 2.480,00\n"
     "e o valor de KPI que esperamos é 31. Podem verificar, por favor?\nObrigado",
     "m=11 y=2020 t=dmoc u=31 n=FZ-31 k=31 r=2480.00 BRL"},
    {"A receita foi de R$ 2 mil e a NF é a 8812, de janeiro de 2021; 16 MOC, 16 KPIs, que não constam no painel.",
     "m=1 y=2021 t=moc u=16 n=8812 k=16 r=2000 BRL"},
};

Test(lang_pt_br, sentences) {
    EXPECT_CLAIMS(sentences);
}

/* ---- dates ---- */

static const Sample dates[] = {
    {"Fatura A-1 de jan/20", "m=1 y=2020 n=A-1"},
    {"Fatura A-1 de janeiro/20", "m=1 y=2020 n=A-1"},
    {"Fatura A-1 de janeiro/2020", "m=1 y=2020 n=A-1"},
    {"Fatura A-1 de 3 de setembro de 2020", "m=9 y=2020 n=A-1"},
    {"Fatura A-1, set. 2020", "m=9 y=2020 n=A-1"},
    {"Fatura A-1 de 05/11/2020", "m=11 y=2020 n=A-1"},
    {"Fatura A-1 de 5-nov-2020", "m=11 y=2020 n=A-1"},
    {"Fatura A-1, 2020/11", "m=11 y=2020 n=A-1"},
    {"Fatura A-1 de novembro do ano passado", "m=11 y=2020 n=A-1"},
    {"Fatura A-1 do mês passado", "m=2 y=2021 n=A-1"},
    {"Fatura A-1 do mês retrasado", "m=1 y=2021 n=A-1"},
    {"Fatura A-1 de 1º de março de 2020", "m=3 y=2020 n=A-1"},
    {"Fatura A-1 de outubro", "m=10 n=A-1"},
    {"Fatura A-1, competência 12/2020", "m=12 y=2020 n=A-1"},
};

Test(lang_pt_br, dates) {
    EXPECT_CLAIMS(dates);
}

/* ---- what is asked, and in which language ---- */

static const struct {
    const char *text;
    Language language;
    Intent intent;
} asked[] = {
    {"Vocês podem me dizer quantos MCTs precisamos para nos inscrever no programa?", LANGUAGE_PT_BR, INTENT_ENROLLMENT},
    {"Nossa empresa não aparece no diretório de Learning Partners, o que temos que fazer?", LANGUAGE_PT_BR, INTENT_DIRECTORY_LISTING},
    {"Um treinamento de um dia equivale a um KPI?", LANGUAGE_PT_BR, INTENT_TRAINING_DURATION},
    {"O painel não mostra a nossa compra de janeiro, podem verificar?", LANGUAGE_PT_BR, INTENT_KPI_DISCREPANCY},
    {"É necessário apresentar um plano de negócios para se inscrever?", LANGUAGE_PT_BR, INTENT_BUSINESS_PLAN},
    {"Compramos material antes da inscrição. Esses KPIs contam?", LANGUAGE_PT_BR, INTENT_KPI_RECOGNITION},
    {"Obrigado, um abraço", LANGUAGE_PT_BR, INTENT_OTHER},
};

Test(lang_pt_br, intents_and_languages) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(asked); i++) {
        const Reading *reading = reading_of(arena, &(Sample){.body = asked[i].text});
        cr_expect_eq(reading->language, asked[i].language, "%s: %s", asked[i].text, language_word(reading->language));
        cr_expect_eq(reading->intent, asked[i].intent, "%s: %s", asked[i].text, intent_word(reading->intent));
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* ---- papers ---- */

static const struct {
    Kind kind;
    const char *text;
} papers[] = {
    {KIND_INVOICE,
     "DANFE\nDocumento Auxiliar da Nota Fiscal Eletrônica\nNº 000.001.187 Série 1\nChave de acesso 3520\n"
     "Natureza da operação: Venda\nCNPJ 12.345.678/0001-90\nData de emissão 12/11/2020\n"
     "Descrição Qtd. Valor unitário Valor total\nLicença dMOC 40 312,50 12.500,00\nValor total dos produtos 12.500,00\n"
     "Valor total da nota 12.500,00"},
    {KIND_INVOICE,
     "NOTA FISCAL DE SERVIÇOS ELETRÔNICA - NFS-e\nNúmero da nota: 4567\nData e hora de emissão: 05/12/2020 10:11\n"
     "Prestador de serviços: Curso Certo Ltda\nTomador: Escola Sul\n"
     "Discriminação dos serviços: 30 vouchers de certificação\nValor total dos serviços R$ 4.500,00\nISS 225,00"},
    {KIND_INVOICE,
     "FATURA-RECIBO\nFatura-recibo n.º FR 2021/33\nData: 12-01-2021\nContribuinte 501234567\n"
     "Descrição Qtd. Preço unit. Total\nMOC 5 120,00 600,00\nTotal ilíquido 600,00\nIVA 23% 138,00\n"
     "Total a pagar 738,00\nProcessado por programa certificado n.º 1234/AT"},
    {KIND_INVOICE,
     "FATURA COMERCIAL\nFatura nº: 2021-88\nData da fatura: 20/01/2021\nPedido nº 4500\nProduto Quantidade Valor\n"
     "MOC On-Demand 6 R$ 1.020,00\nSubtotal 1.020,00\nTotal a pagar 1.020,00\nVencimento: 20/02/2021\n"
     "Forma de pagamento: boleto bancário"},
    {KIND_CREDIT_NOTE,
     "NOTA DE CRÉDITO\nNota de crédito nº NC-9\nData: 02/02/2021\nReferente à fatura 2021-88\nValor a creditar R$ 170,00"},
    {KIND_CREDIT_NOTE,
     "NOTA FISCAL DE DEVOLUÇÃO\nNº 555\nNatureza da operação: devolução de mercadoria\nNF-e referenciada: 1187\n"
     "Valor total da nota 1.250,00"},
    {KIND_PROFORMA_INVOICE,
     "FATURA PRÓ-FORMA\nNº PF-12\nData: 03/01/2021\n10 dMOC 800,00\n"
     "A nota fiscal será emitida após o pagamento. Documento sem valor fiscal."},
    {KIND_ORDER_CONFIRMATION,
     "CONFIRMAÇÃO DO PEDIDO\nNúmero do pedido: 4500123\n"
     "Obrigado pela sua compra! A nota fiscal será enviada por e-mail separado.\n10 dMOC R$ 800,00\n"
     "Total do pedido R$ 800,00"},
    {KIND_ORDER_CONFIRMATION,
     "Olá!\n"
     "Recebemos o seu pedido 4500123 e ele está sendo processado. Assim que o pagamento for aprovado, enviaremos a nota fiscal.\n"
     "10 dMOC R$ 800,00\nPrevisão de entrega: 15/01/2021"},
    {KIND_PURCHASE_ORDER,
     "ORDEM DE COMPRA Nº OC-77\nData: 05/01/2021\nFornecedor: Marketplace Cursos\nSolicitamos o fornecimento de:\n"
     "10 dMOC 80,00 800,00\nMencionar o número desta ordem na nota fiscal. Faturar para: Escola Sul\nAutorizado por: Ana"},
    {KIND_QUOTATION,
     "PROPOSTA COMERCIAL Nº 221\nData: 02/01/2021\nConforme sua solicitação, apresentamos nossa proposta:\n"
     "10 dMOC R$ 800,00\nValidade da proposta: 30 dias"},
    {KIND_DELIVERY_NOTE,
     "ROMANEIO DE ENTREGA\nRomaneio nº 55\nPedido 4500123\nVolumes: 2\nTransportadora: Veloz\n"
     "Recebemos a mercadoria em bom estado. Assinatura do recebedor:\nA fatura será enviada separadamente."},
    {KIND_DELIVERY_NOTE,
     "GUIA DE REMESSA\nGuia de remessa nº GR 2021/9\nData: 11/01/2021\nLocal de carga: Porto\nLocal de descarga: Lisboa\n"
     "MOC 10 unidades"},
    {KIND_RECEIPT,
     "RECIBO\nRecibo nº 12\n"
     "Recebemos de Escola Sul a importância de R$ 800,00 referente à fatura 2021-88. Para maior clareza firmamos o presente recibo."},
    {KIND_RECEIPT,
     "Comprovante de pagamento\nPagamento efetuado com sucesso\nValor R$ 800,00\nData do pagamento 20/01/2021\n"
     "Autenticação 99AB"},
    {KIND_ACCOUNT_STATEMENT,
     "EXTRATO DE CONTA\nCliente: Escola Sul\nData Fatura Débito Crédito Saldo\n20/01/2021 2021-88 1.020,00  1.020,00\n"
     "Saldo devedor: 1.020,00"},
    {KIND_ACCOUNT_STATEMENT,
     "Aviso de cobrança\nPrezado cliente,\n"
     "Não identificamos o pagamento da fatura 2021-88, vencida em 20/02/2021, no valor de R$ 1.020,00. Caso já tenha efetuado o pagamento, favor desconsiderar este aviso."},
    {KIND_PARTNER_REPORT,
     "Relatório de parceiro – 4º trimestre de 2020\nRelatório gerado em 05/01/2021\nTreinamentos realizados: 14\n"
     "Alunos treinados: 122\nSatisfação média: 9,1\nNota fiscal 1187: 40 dMOC"},
    {KIND_OTHER,
     "BOLETO BANCÁRIO\nPagável em qualquer banco até o vencimento\nNosso número 123\nLinha digitável 00190\n"
     "Valor do documento R$ 1.020,00\nVencimento 20/02/2021"},
    {KIND_OTHER,
     "Prezados,\nSegue em anexo a nota fiscal 1187 referente à compra de novembro.\nAtt."},
    {KIND_OTHER,
     "Solicitação de nota fiscal\nPor favor, emitam a nota fiscal da compra de janeiro."},
};

Test(lang_pt_br, papers) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++) {
        Document document = {.name = STR("x.txt"), .text = str_of(papers[i].text), .readable = true};
        kind_judge(tree_lexicon(), arena, &document);
        cr_expect_eq(document.kind, papers[i].kind, "#%zu: %s, " STR_FMT "\n%s", i, kind_word(document.kind), STR_ARG(document.reason),
                     papers[i].text);
        cr_expect_eq(document.accepted, papers[i].kind == KIND_INVOICE);
        arena_clear(arena);
    }
    arena_free(&arena);
}

/* ---- growth ---- */

Test(lang_pt_br, twice_the_text_takes_twice_as_long) {
    static const char *const pieces[] = {"Compramos 10 dMOC em janeiro de 2021 pela fatura A-1 no valor de R$ 800,00. ", "Mês: janeiro\nAno: 2021\nFatura: A-1\nKPI: 10\n", "março ", "em vez de "};
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
        double best = 1e9;
        for (int attempt = 0; attempt < 3 && best > 2.5; attempt++) {
            double one = reading_seconds("", pieces[i], 600, 2), two = reading_seconds("", pieces[i], 1200, 2);
            double growth = two / (one + 0.001);
            best = growth < best ? growth : best;
        }
        cr_expect(best <= 2.5, "%s: twice the text takes %.1f times as long", pieces[i], best);
    }
}
