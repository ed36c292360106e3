/* Spanish as partners of Spain and Latin America write it. */
#include "reading_fixture.h"

#include "parsers/kind.h"

/* ---- fields, lists and tables ---- */

static const Sample fields[] = {
    {"MES: ene-20\nAÑO: 2020\nTIPO: MOC\nUDS: 12\nFRA.: 2020/0034\nKPI: 12\nIMPORTE: 1.440,00",
     "m=1 y=2020 t=moc u=12 n=2020/0034 k=12 r=1440.00"},
    {"Período: ene-20\nTipo de OMLP: dMOC\nCantidad: 15\nN.º de factura: F20-771\nValor KPI: 15\nMonto: $3,200.50 MXN\n"
     "MPN: 4471903",
     "m=1 y=2020 t=dmoc u=15 n=F20-771 k=15 r=3200.50 MXN"},
    {"| Factura | Mes | Año | Producto | Cant. | KPI | Importe sin IVA |\n|---|---|---|---|---|---|---|\n"
     "| FA-90 | nov | 2020 | MTA | 14 | 14 | 840,00 € |\n| FA-91 | dic | 2020 | MOC On-Demand | 6 | 6 | 1.020,00 € |",
     "m=11 y=2020 t=mta_courseware u=14 n=FA-90 k=14 r=840.00 EUR\n"
     "m=12 y=2020 t=moc_on_demand u=6 n=FA-91 k=6 r=1020.00 EUR"},
    {"Factura: FAC-0091\nFecha de factura: 05/11/2020\nProducto: exámenes de práctica oficiales\nCantidad: 50 uds.\n"
     "Base imponible: 2.500,00 €\nIVA 21%: 525,00 €\nTotal factura: 3.025,00 €\nKPI: 50",
     "m=11 y=2020 t=practice_test u=50 n=FAC-0091 k=50 r=2500.00 EUR"},
    {"Mes: Enero\nAño: 2021\nTipo de OMLP: MOC digital\nUnidad de compra: 5\nFactura #: 001-002-000012345\n"
     "Valor de KPI: 5\nValor de ingresos: 625.00 USD",
     "m=1 y=2021 t=dmoc u=5 n=001-002-000012345 k=5 r=625.00 USD"},
    {"1) Factura: X-10\n   Mes: 01/2021\n   Tipo: dMOC\n   Unidades: 7\n   KPI: 7\n   Ingresos: 560 €\n\n"
     "2) Factura: X-11\n   Mes: 02/2021\n   Tipo: MOC\n   Unidades: 8\n   KPI: 8\n   Ingresos: 960 €",
     "m=1 y=2021 t=dmoc u=7 n=X-10 k=7 r=560 EUR\nm=2 y=2021 t=moc u=8 n=X-11 k=8 r=960 EUR"},
    {"Valor en el panel: 20\nValor correcto: 25\nFactura: L-25\nPeríodo: febrero de 2021\nTipo: dMOC\nUnidades: 25\n"
     "Ingresos: 2.000,00 €\nKPI: 25",
     "m=2 y=2021 t=dmoc u=25 n=L-25 k=25 r=2000.00 EUR"},
    {"Factura: INV-9\nMes: enero\nAño: n/d\nTipo: MOC\nUnidades: 3\nKPI: pendiente\nIngresos: 360 €",
     "m=1 t=moc u=3 n=INV-9 r=360 EUR"},
};

Test(lang_es, fields) {
    EXPECT_CLAIMS(fields);
}

/* ---- sentences ---- */

static const Sample sentences[] = {
    {"Buenas tardes:\n"
     "En noviembre de 2020 compramos 40 licencias de MOC digital con la factura FV-2020-1187 por 12.500,00 €. El panel muestra 30 KPI y deberían ser 40.\n"
     "Un saludo",
     "m=11 y=2020 t=dmoc u=40 n=FV-2020-1187 k=40 r=12500.00 EUR"},
    {"Hola, según la factura A-4471 de enero de 2021 nos corresponden 25 KPI, pero en el panel solo aparecen 20. Fueron 25 vales de examen por un importe de 2.375 EUR.",
     "m=1 y=2021 t=exam_voucher u=25 n=A-4471 k=25 r=2375 EUR"},
    {"Estimados señores:\n"
     "Por medio de la presente solicitamos la corrección de los KPI de la factura No. 10234 de fecha 14 de diciembre del 2020, que ampara 18 MOC impresos por un monto de USD 1,980.00. El tablero dice 8 KPI en lugar de 18.\n"
     "Atentamente",
     "m=12 y=2020 t=moc u=18 n=10234 k=18 r=1980.00 USD"},
    {"Falta en el panel la compra de enero del 2021: factura 88-123, 30 puestos de Microsoft Labs Online, 30 KPI, ingresos 2.700,00 euros.",
     "m=1 y=2021 t=mlo u=30 n=88-123 k=30 r=2700.00 EUR"},
    {"Hola equipo,\n"
     "El mes pasado compramos 10 vouchers de examen (factura V-555) por 1.150 €. KPI: 10. No aparece nada en el dashboard.",
     "m=2 y=2021 t=exam_voucher u=10 n=V-555 k=10 r=1150 EUR"},
    {"En diciembre pasado adquirimos veinticinco licencias dMOC, factura núm. D-2020-77, KPI 25, ingresos de 0 EUR.",
     "m=12 y=2020 t=dmoc u=25 n=D-2020-77 k=25 r=0 EUR"},
    {"Mes;Año;Tipo OMLP;Unidades;Factura;KPI;Ingresos\nenero;2021;MOC;10;F-1;10;1.250,00\n"
     "febrero;2021;dMOC;20;F-2;20;1.600,00",
     "m=1 y=2021 t=moc u=10 n=F-1 k=10 r=1250.00\nm=2 y=2021 t=dmoc u=20 n=F-2 k=20 r=1600.00"},
    {"Perdón, en mi correo anterior puse mal el año: es 2021, no 2020. Factura Z-19, febrero, 22 unidades de dMOC, KPI 22, 1.760 €.",
     "m=2 y=2021 t=dmoc u=22 n=Z-19 k=22 r=1760 EUR"},
    {"El panel dice que compramos 12, pero la factura B-300 (marzo 2020) dice 21 unidades de Custom MOC. KPI 21. Ingresos: 3.150,00 EUR",
     "m=3 y=2020 t=custom_moc u=21 n=B-300 k=21 r=3150.00 EUR"},
    {"No son 20 sino 25 KPI los que corresponden a la factura 2021-15 (enero 2021, 25 dMOC, 2.000 €).",
     "m=1 y=2021 t=dmoc u=25 n=2021-15 k=25 r=2000 EUR"},
    {"En vez de 35 KPI vemos 30 en el cuadro de mando para la fra. 20/456 de octubre de 2020 (35 MOC, 4.200,00 €).",
     "m=10 y=2020 t=moc u=35 n=20/456 k=35 r=4200.00 EUR"},
    {"Buen día. Adjunto factura electrónica FE-1290 del 3 de diciembre de 2020 por la compra de 60 licencias MLO, valor neto $ 7.140.000 COP. En el panel figuran 50 KPIs y deben ser 60.",
     "m=12 y=2020 t=mlo u=60 n=FE-1290 k=60 r=7140000 COP"},
    {"¿Por qué no aparece la factura 7788? Es de agosto de 2020: 9 MOC bajo demanda, KPI 9, 1.530 euros (IVA no incluido).",
     "m=8 y=2020 t=moc_on_demand u=9 n=7788 k=9 r=1530 EUR"},
    {"La compra consta de 16 manuales MOC (fra. nº 2020-0098, sept. 2020). KPI reclamados: 16. Importe: 1.920,00 € + IVA. Pedido n.º 4500098.",
     "m=9 y=2020 t=moc u=16 n=2020-0098 k=16 r=1920.00 EUR"},
    {"Factura A-1: enero 2021, dMOC, 10 unidades, KPI 10, 800 €\n"
     "Factura A-2: febrero 2021, MOC, 12 unidades, KPI 12, 1.440 €",
     "m=1 y=2021 t=dmoc u=10 n=A-1 k=10 r=800 EUR\nm=2 y=2021 t=moc u=12 n=A-2 k=12 r=1440 EUR"},
    {"Necesitamos que actualicen los KPI. Mes y año: 12/2020. Producto: vales de examen. Cantidad: 30 (treinta). Nro. de factura: 0001-00004567. KPI: 30. Monto: ARS 450.000,00",
     "m=12 y=2020 t=exam_voucher u=30 n=0001-00004567 k=30 r=450000.00 ARS"},
    {"Hola. La factura es la 5566 y el valor de KPI correcto es 18. El tipo es MOC y se compraron 18 unidades en julio del año pasado. Importe total: 2.160,00 €.",
     "m=7 y=2020 t=moc u=18 n=5566 k=18 r=2160.00 EUR"},
    {"Factura F-77 por 1 234,56 € (15 dMOC) del 20 de enero de 2021; KPI 15.",
     "m=1 y=2021 t=dmoc u=15 n=F-77 k=15 r=1234.56 EUR"},
    {"Nos acreditaron solo 4 de los 14 KPI de la factura 2020-14 de noviembre 2020 (14 MTA, 700 EUR).",
     "m=11 y=2020 t=mta_courseware u=14 n=2020-14 k=14 r=700 EUR"},
    {"En la factura figuran 45 unidades, en el panel 40. Factura K-45, tipo dMOC, nov. 2020, KPI 45, 3.600 €.",
     "m=11 y=2020 t=dmoc u=45 n=K-45 k=45 r=3600 EUR"},
    {"Nuestro ID de socio es 1234567. Faltan los KPI de la factura M-8 (8 MOC, diciembre de 2020, 960 €, KPI 8).",
     "m=12 y=2020 t=moc u=8 n=M-8 k=8 r=960 EUR"},
    {"Se nos facturaron 3.125,50 euros por 25 licencias de MOC digital en la factura P/2020/31 emitida el 2 de octubre de 2020. KPI: 25.",
     "m=10 y=2020 t=dmoc u=25 n=P/2020/31 k=25 r=3125.50 EUR"},
    {"Buenas, soy Laura. Compramos 20 dMOC en feb-21 (fact. LX-3), nos deberían salir 20 KPI y 1.600,00 € de ingresos y no sale nada.",
     "m=2 y=2021 t=dmoc u=20 n=LX-3 k=20 r=1600.00 EUR"},
    {"Factura H-12 del 12/01/2021, MOC a medida, 11 unidades, 11 KPI, 1.375,00 €. Tel. +34 912 345 678, CIF B12345678",
     "m=1 y=2021 t=custom_moc u=11 n=H-12 k=11 r=1375.00 EUR"},
    {"Los KPI de las facturas R-1 y R-2 de enero de 2021 no aparecen. R-1: 10 dMOC, KPI 10, 800 €. R-2: 5 MOC, KPI 5, 600 €.",
     "m=1 y=2021 t=dmoc u=10 n=R-1 k=10 r=800 EUR\nm=1 y=2021 t=moc u=5 n=R-2 k=5 r=600 EUR"},
    {"El KPI aparece como 5 cuando en realidad son 15 (factura S-15, 15 dMOC, diciembre 2020, 1.200,00 €).",
     "m=12 y=2020 t=dmoc u=15 n=S-15 k=15 r=1200.00 EUR"},
    {"Importe: S/ 4,500.00 (soles). Factura electrónica E001-345. Octubre 2020. Tipo: MOC. Cantidad: 30. KPI: 30",
     "m=10 y=2020 t=moc u=30 n=E001-345 k=30 r=4500.00 PEN"},
    {"Hemos comprado mil unidades de dMOC, factura T-1000, enero de 2021, KPI 1.000, importe 80.000 €.",
     "m=1 y=2021 t=dmoc u=1000 n=T-1000 k=1000 r=80000 EUR"},
    {"Factura U-3: 3 MOC a 120 € cada uno, total 360 €, noviembre de 2020, KPI 3.",
     "m=11 y=2020 t=moc u=3 n=U-3 k=3 r=360 EUR"},
    {"La factura W-1 con fecha 31.01.2021 no figura; 4 dMOC; 4 KPI; 320,- €",
     "m=1 y=2021 t=dmoc u=4 n=W-1 k=4 r=320 EUR"},
    {"Para todas las compras: MPN 7654321, año 2020.\nFactura Y-1, octubre, MOC, 10 uds., KPI 10, 1.200 €\n"
     "Factura Y-2, noviembre, dMOC, 5 uds., KPI 5, 400 €",
     "m=10 y=2020 t=moc u=10 n=Y-1 k=10 r=1200 EUR\nm=11 y=2020 t=dmoc u=5 n=Y-2 k=5 r=400 EUR"},
    {"Hola,\nel panel de KPI no refleja una compra nuestra de noviembre de 2020. Se trata de la\n"
     "factura FZ-31 por 31 licencias de MOC digital; el importe sin IVA fue de 2.480,00 €\n"
     "y el valor de KPI que esperamos es 31. ¿Pueden revisarlo, por favor?\nGracias",
     "m=11 y=2020 t=dmoc u=31 n=FZ-31 k=31 r=2480.00 EUR"},
    {"Corrijan por favor el KPI de 20 a 25 de la factura T-25 (25 dMOC, enero de 2021, 2.000 €).",
     "m=1 y=2021 t=dmoc u=25 n=T-25 k=25 r=2000 EUR"},
    {"Hay que cambiar las unidades de 12 a 21. Factura B-1, tipo MOC, 02/2021, KPI 21, 2.520 €.",
     "m=2 y=2021 t=moc u=21 n=B-1 k=21 r=2520 EUR"},
    {"Mes: dic-20 | Tipo: dMOC | Uds: 3 | Factura: 0012-A | KPI: 3 | Importe: 240 €",
     "m=12 y=2020 t=dmoc u=3 n=0012-A k=3 r=240 EUR"},
    {"Factura nº 345/2020, septiembre-2020, MOC, 7 unidades, KPI: 7, ingresos: 840 €",
     "m=9 y=2020 t=moc u=7 n=345/2020 k=7 r=840 EUR"},
    {"Compra de 13 licencias dMOC el 15-oct-2020, factura ES-13, total 1.040,00 EUR más IVA, KPI 13: no sale en el panel.",
     "m=10 y=2020 t=dmoc u=13 n=ES-13 k=13 r=1040.00 EUR"},
    {"No vemos la factura 9001 de nov. del 2020: 9 vouchers, KPI 9, S/. 3,150.00",
     "m=11 y=2020 t=exam_voucher u=9 n=9001 k=9 r=3150.00 PEN"},
    {"La factura 9002 (enero 2021) es por US$ 1,250.00; 10 MOC; KPI 10. No se refleja.",
     "m=1 y=2021 t=moc u=10 n=9002 k=10 r=1250.00 USD"},
    {"La factura 9003 (enero 2021) es por 1.250.000 pesos chilenos; 10 MOC; KPI 10. No se refleja.",
     "m=1 y=2021 t=moc u=10 n=9003 k=10 r=1250000 CLP"},
    {"Estimados: la factura 9004 de enero 2021 por $1,250.00 (mil doscientos cincuenta pesos 00/100 M.N.) ampara 10 MOC. KPI 10. No aparece.",
     "m=1 y=2021 t=moc u=10 n=9004 k=10 r=1250.00"},
};

Test(lang_es, sentences) {
    EXPECT_CLAIMS(sentences);
}

/* ---- dates ---- */

static const Sample dates[] = {
    {"Factura A-1 de ene-20", "m=1 y=2020 n=A-1"},
    {"Factura A-1 de enero del 2020", "m=1 y=2020 n=A-1"},
    {"Factura A-1 del 3 de setiembre de 2020", "m=9 y=2020 n=A-1"},
    {"Factura A-1, sept. 2020", "m=9 y=2020 n=A-1"},
    {"Factura A-1 del 05/11/2020", "m=11 y=2020 n=A-1"},
    {"Factura A-1 del 5-nov-2020", "m=11 y=2020 n=A-1"},
    {"Factura A-1, 2020/11", "m=11 y=2020 n=A-1"},
    {"Factura A-1 de noviembre del año pasado", "m=11 y=2020 n=A-1"},
    {"Factura A-1 del mes pasado", "m=2 y=2021 n=A-1"},
    {"Factura A-1 de dic/20", "m=12 y=2020 n=A-1"},
    {"Factura A-1 con fecha 1.º de marzo de 2020", "m=3 y=2020 n=A-1"},
    {"Factura A-1 de octubre", "m=10 n=A-1"},
};

Test(lang_es, dates) {
    EXPECT_CLAIMS(dates);
}

/* ---- what is asked, and in which language ---- */

static const struct {
    const char *text;
    Language language;
    Intent intent;
} asked[] = {
    {"¿Me pueden decir cuántos MCT necesitamos para inscribirnos en el programa?", LANGUAGE_ES, INTENT_ENROLLMENT},
    {"Nuestra empresa no aparece en el directorio de Learning Partners, ¿qué tenemos que hacer?", LANGUAGE_ES, INTENT_DIRECTORY_LISTING},
    {"¿Una capacitación de un día equivale a un KPI?", LANGUAGE_ES, INTENT_TRAINING_DURATION},
    {"El panel no muestra nuestra compra de enero, ¿pueden revisarlo?", LANGUAGE_ES, INTENT_KPI_DISCREPANCY},
    {"¿Es necesario presentar un plan de negocio para inscribirse?", LANGUAGE_ES, INTENT_BUSINESS_PLAN},
    {"Compramos material antes de inscribirnos. ¿Cuentan esos KPI?", LANGUAGE_ES, INTENT_KPI_RECOGNITION},
    {"Gracias, un saludo", LANGUAGE_ES, INTENT_OTHER},
    {"Falta la factura 12.", LANGUAGE_ES, INTENT_KPI_DISCREPANCY},
};

Test(lang_es, intents_and_languages) {
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
     "FACTURA\nAcademia Proveedora S.L.  CIF B12345678\nFactura n.º: 2021/145\nFecha: 14/01/2021\n"
     "Cliente: Norte Formación S.L.\nConcepto                Cantidad   Precio   Importe\n"
     "MOC digital dMOC           10       80,00     800,00\nBase imponible                               800,00 €\n"
     "IVA 21%                                      168,00 €\nTotal factura                                968,00 €\n"
     "Forma de pago: transferencia a 30 días. IBAN ES12 3456"},
    {KIND_INVOICE,
     "FACTURA ELECTRÓNICA DE VENTA No. FE-1290\nNIT 900.123.456-1\nFecha de expedición: 03/12/2020\nPedido: OC-77\n"
     "Descripción Cantidad Valor unitario Valor total\nLicencias MLO  60  119.000  7.140.000\nSubtotal 7.140.000\n"
     "IVA 19% 1.356.600\nTotal a pagar 8.496.600\nCUFE: 8a7f\nAutorización de numeración DIAN 187640"},
    {KIND_INVOICE,
     "Comprobante Fiscal Digital por Internet\nRFC Emisor: ABC010101AB1\nSerie y Folio: A-553\nFecha: 2021-01-12\n"
     "Uso CFDI: G03\nCantidad Descripción Precio unitario Importe\n5 Vouchers de examen 1,900.00 9,500.00\n"
     "Subtotal 9,500.00\nIVA 16% 1,520.00\nTotal 11,020.00\nSello digital del SAT"},
    {KIND_INVOICE,
     "Factura / Albarán\nNº factura: 88\nFecha factura: 02-02-2021\nArtículo Uds. Precio Importe\n"
     "MOC impreso 4 120,00 480,00\nTotal sin IVA 480,00\nTotal con IVA 580,80\nPagada. Gracias."},
    {KIND_INVOICE,
     "FACTURA DE ANTICIPO\nNúmero de factura: ANT-9\nFecha de emisión: 4 de marzo de 2021\nAnticipo del pedido 4500\n"
     "Base imponible 1.000,00\nIVA 210,00\nTotal 1.210,00"},
    {KIND_CREDIT_NOTE,
     "FACTURA RECTIFICATIVA\nNº: R-2021/0066\nFecha: 20/10/2021\nRectifica la factura 2021/0588\n"
     "Vouchers de examen -10 125,00 -1.250,00\nTotal -1.512,50 €"},
    {KIND_CREDIT_NOTE,
     "Nota de crédito N.º NC-12\nFecha: 01/02/2021\nDocumento que modifica: F001-223\nMotivo: devolución\n"
     "Importe total 300,00"},
    {KIND_CREDIT_NOTE,
     "ABONO\nAbono n.º 33 de la factura 2020/77\nFecha 03/03/2021\nImporte a su favor: 120,00 €"},
    {KIND_PROFORMA_INVOICE,
     "FACTURA PROFORMA\nN.º: PRO-21-009\nFecha: 10/01/2021\n10 dMOC 80,00 800,00\nTotal 968,00\n"
     "Este documento no tiene validez fiscal. La factura definitiva se emitirá al recibir el pago."},
    {KIND_ORDER_CONFIRMATION,
     "CONFIRMACIÓN DE PEDIDO\nN.º de pedido: 4500123\nFecha: 10/01/2021\n"
     "Gracias por su pedido. Recibirá su factura por separado.\n10 dMOC 80,00 800,00\nTotal 800,00 €"},
    {KIND_ORDER_CONFIRMATION,
     "Estimado cliente:\n"
     "Hemos recibido su pedido 4500123 y lo estamos procesando. La factura se le enviará cuando se activen las licencias.\n"
     "10 dMOC  800,00 €\nEntrega prevista: 15/01/2021"},
    {KIND_ORDER_CONFIRMATION,
     "Acuse de recibo de pedido\nOrden n.º 77-A\nConfirmamos la recepción de su orden del 3 de febrero.\n"
     "Producto Cantidad Total\nMOC 5 600.00"},
    {KIND_PURCHASE_ORDER,
     "ORDEN DE COMPRA No. OC-2021-45\nFecha: 05/01/2021\nProveedor: Courseware Market\nSírvanse suministrar:\n"
     "10 dMOC 80.00 800.00\nFacturar a nombre de: Norte Formación\nEnviar la factura a cuentas@norte.example\n"
     "Autorizado por: J. Gil"},
    {KIND_QUOTATION,
     "COTIZACIÓN\nCotización No. 5521\nFecha: 02/01/2021\nEn respuesta a su solicitud, nos es grato cotizar:\n"
     "10 dMOC 80.00 800.00\nVigencia de la cotización: 30 días"},
    {KIND_QUOTATION,
     "PRESUPUESTO N.º 2021/12\nFecha 04/01/2021\n10 dMOC 80,00 800,00 €\nTotal 968,00 €\n"
     "Presupuesto válido hasta el 31/01/2021. Firma de aceptación:"},
    {KIND_DELIVERY_NOTE,
     "ALBARÁN DE ENTREGA\nN.º de albarán: 9912\nFecha: 11/01/2021\nSu pedido: 4500123\n"
     "La factura se enviará por correo.\nArtículo Cantidad entregada\nMOC impreso 10\nBultos: 2\nRecibí conforme:"},
    {KIND_DELIVERY_NOTE,
     "GUÍA DE REMISIÓN REMITENTE\nT001-345\nFecha de traslado: 11/01/2021\nMotivo del traslado: venta\n"
     "Transportista: Rápido SAC\nMOC impreso 10 unidades\nPunto de partida: Lima"},
    {KIND_RECEIPT,
     "RECIBO DE PAGO\nRecibo n.º 771\n"
     "Hemos recibido de Norte Formación la cantidad de 968,00 € en concepto de pago de la factura 2021/145.\n"
     "Forma de pago: tarjeta"},
    {KIND_RECEIPT,
     "Comprobante de pago\nSu pago se ha procesado. N.º de operación 99121\nImporte: 968,00 €\nTarjeta **** 1234"},
    {KIND_ACCOUNT_STATEMENT,
     "ESTADO DE CUENTA\nCliente: Norte Formación\nFecha Factura Cargo Abono Saldo\n14/01/2021 2021/145 968,00  968,00\n"
     "20/01/2021 2021/150 121,00  1.089,00\nSaldo pendiente: 1.089,00 €"},
    {KIND_ACCOUNT_STATEMENT,
     "Recordatorio de pago\nEstimado cliente:\n"
     "Según nuestros registros la factura 2021/145 por 968,00 € se encuentra vencida desde el 14/02/2021. Si ya ha realizado el pago, haga caso omiso de este aviso."},
    {KIND_PARTNER_REPORT,
     "Informe de asociado – 4.º trimestre de 2020\nInforme generado el 05/01/2021\nCursos impartidos: 14\n"
     "Alumnos formados: 122\nSatisfacción media: 8,7\nKPI: 120\nFactura 2021/145: 10 dMOC"},
    {KIND_PARTNER_REPORT,
     "Reporte trimestral del partner\nPeríodo del reporte: octubre a diciembre 2020\nCapacitaciones realizadas 9\n"
     "Participantes capacitados 80\nCumplimiento del objetivo 95 %"},
    {KIND_OTHER,
     "Aviso de transferencia\nHemos efectuado la transferencia de 968,00 € por la factura 2021/145."},
    {KIND_OTHER,
     "Condiciones generales de venta\n1. Las facturas se pagarán a 30 días.\n2. Jurisdicción."},
    {KIND_OTHER,
     "Estimados:\nAdjunto encontrarán la factura 2021/145 de enero por 10 licencias.\nQuedamos a su disposición."},
};

Test(lang_es, papers) {
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

Test(lang_es, twice_the_text_takes_twice_as_long) {
    static const char *const pieces[] = {"Compramos 10 dMOC en enero de 2021 con la factura A-1 por 800,00 €. ", "Mes: enero\nAño: 2021\nFactura: A-1\nKPI: 10\n", "enero ", "en lugar de "};
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
