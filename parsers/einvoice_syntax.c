#include "parsers/einvoice_syntax.h"

#include "base/banned.h"

#define HEAD_ELEMENTS 12 /* element names that einvoice_sniff() looks at */

/* UNTDID 1001, as far as EN 16931, Peppol, XRechnung and Factur-X use it, and the national codes that UBL files of Latin
 * America and Turkey bear in its place. 384 and its kin correct an invoice, 383 is a debit note, 751 a booking aid. */
static const CodeKind document_codes[] = {{"380", KIND_INVOICE},
                                          {"326", KIND_INVOICE},
                                          {"386", KIND_INVOICE},
                                          {"388", KIND_INVOICE},
                                          {"389", KIND_INVOICE},
                                          {"393", KIND_INVOICE},
                                          {"394", KIND_INVOICE},
                                          {"395", KIND_INVOICE},
                                          {"385", KIND_INVOICE},
                                          {"387", KIND_INVOICE},
                                          {"390", KIND_INVOICE},
                                          {"82", KIND_INVOICE},
                                          {"204", KIND_INVOICE},
                                          {"331", KIND_INVOICE},
                                          {"500", KIND_INVOICE},
                                          {"501", KIND_INVOICE},
                                          {"575", KIND_INVOICE},
                                          {"623", KIND_INVOICE},
                                          {"780", KIND_INVOICE},
                                          {"875", KIND_INVOICE},
                                          {"876", KIND_INVOICE},
                                          {"877", KIND_INVOICE},
                                          {"935", KIND_INVOICE},
                                          {"01", KIND_INVOICE},
                                          {"02", KIND_INVOICE},
                                          {"03", KIND_INVOICE},
                                          {"SATIS", KIND_INVOICE},
                                          {"TEVKIFAT", KIND_INVOICE},
                                          {"ISTISNA", KIND_INVOICE},
                                          {"OZELMATRAH", KIND_INVOICE},
                                          {"IADE", KIND_CREDIT_NOTE},
                                          {"91", KIND_CREDIT_NOTE},
                                          {"81", KIND_CREDIT_NOTE},
                                          {"83", KIND_CREDIT_NOTE},
                                          {"261", KIND_CREDIT_NOTE},
                                          {"262", KIND_CREDIT_NOTE},
                                          {"296", KIND_CREDIT_NOTE},
                                          {"308", KIND_CREDIT_NOTE},
                                          {"381", KIND_CREDIT_NOTE},
                                          {"384", KIND_CREDIT_NOTE},
                                          {"396", KIND_CREDIT_NOTE},
                                          {"420", KIND_CREDIT_NOTE},
                                          {"458", KIND_CREDIT_NOTE},
                                          {"471", KIND_CREDIT_NOTE},
                                          {"472", KIND_CREDIT_NOTE},
                                          {"473", KIND_CREDIT_NOTE},
                                          {"502", KIND_CREDIT_NOTE},
                                          {"503", KIND_CREDIT_NOTE},
                                          {"532", KIND_CREDIT_NOTE},
                                          {"325", KIND_PROFORMA_INVOICE},
                                          {"310", KIND_QUOTATION},
                                          {"220", KIND_PURCHASE_ORDER},
                                          {"230", KIND_PURCHASE_ORDER},
                                          {"231", KIND_ORDER_CONFIRMATION},
                                          {"351", KIND_DELIVERY_NOTE},
                                          {"270", KIND_DELIVERY_NOTE},
                                          {NULL, KIND_OTHER}};

/* FatturaPA, TipoDocumento. TD05 and TD09 are debit notes; TD16 to TD23 the buyer writes for the tax office. */
static const CodeKind fattura_codes[] = {{"TD01", KIND_INVOICE}, {"TD02", KIND_INVOICE},     {"TD03", KIND_INVOICE},
                                         {"TD06", KIND_INVOICE}, {"TD07", KIND_INVOICE},     {"TD24", KIND_INVOICE},
                                         {"TD25", KIND_INVOICE}, {"TD26", KIND_INVOICE},     {"TD04", KIND_CREDIT_NOTE},
                                         {"TD08", KIND_CREDIT_NOTE}, {NULL, KIND_OTHER}};

/* Facturae, InvoiceClass: original and its copy; corrections; summaries. */
static const CodeKind facturae_codes[] = {{"OO", KIND_INVOICE},     {"CO", KIND_INVOICE},     {"OC", KIND_INVOICE},
                                          {"CC", KIND_INVOICE},     {"OR", KIND_CREDIT_NOTE}, {"CR", KIND_CREDIT_NOTE},
                                          {NULL, KIND_OTHER}};

/* CFDI, TipoDeComprobante: income, outgo, transport, payroll, payment. */
static const CodeKind cfdi_codes[] = {{"I", KIND_INVOICE},     {"ingreso", KIND_INVOICE}, {"E", KIND_CREDIT_NOTE},
                                      {"egreso", KIND_CREDIT_NOTE}, {"T", KIND_DELIVERY_NOTE}, {"traslado", KIND_DELIVERY_NOTE},
                                      {"P", KIND_RECEIPT},     {NULL, KIND_OTHER}};

/* NF-e, finNFe: normal, complementary, adjustment, return. */
static const CodeKind nfe_codes[] = {{"1", KIND_INVOICE}, {"2", KIND_INVOICE}, {"4", KIND_CREDIT_NOTE}, {NULL, KIND_OTHER}};

#define UBL_ORDERS                                                                                                     \
    {"OrderReference/ID", "OrderReference/SalesOrderID", "OrderReference/CustomerReference",                           \
     "OrderLineReference/OrderReference/ID", "OriginatorDocumentReference/ID", NULL}
#define UBL_CORRECTS "BillingReference/InvoiceDocumentReference/ID"
#define UBL_COMMON(lines, totals)                                                                                      \
    .number = "ID", .date = "IssueDate", .currency = "DocumentCurrencyCode PricingCurrencyCode",                       \
    .net = totals "/TaxExclusiveAmount " totals "/LineExtensionAmount", .orders = UBL_ORDERS, .corrects = UBL_CORRECTS, .line = lines,           \
    .item = "Item/Name Item/Description LineItem/Item/Name LineItem/Item/Description",                                 \
    .amount = "LineExtensionAmount LineItem/LineExtensionAmount"
#define UBL(root_name, root_kind, lines, totals, counted)                                                              \
    {.root = root_name, .name = "UBL", .kind = root_kind, .quantity = counted, UBL_COMMON(lines, totals)}
#define UBL_OTHER(root_name) {.root = root_name, .name = "UBL", .kind = KIND_OTHER, .number = "ID", .date = "IssueDate"}
#define CII_ORDERS(transaction, agreement, id)                                                                         \
    {transaction "/" agreement "/BuyerOrderReferencedDocument/" id,                                                    \
     transaction "/" agreement "/SellerOrderReferencedDocument/" id,                                                   \
     transaction "/" agreement "/QuotationReferencedDocument/" id, NULL}
#define CII_TOTALS "SpecifiedTradeSettlementHeaderMonetarySummation"

static const Syntax syntaxes[] = {
    {.root = "Invoice", .name = "UBL", .kind = KIND_INVOICE, .codes = document_codes, .code = "InvoiceTypeCode",
     .quantity = "InvoicedQuantity", UBL_COMMON("InvoiceLine", "LegalMonetaryTotal")},
    UBL("CreditNote", KIND_CREDIT_NOTE, "CreditNoteLine", "LegalMonetaryTotal", "CreditedQuantity"),
    UBL("SelfBilledInvoice", KIND_INVOICE, "InvoiceLine", "LegalMonetaryTotal", "InvoicedQuantity"),
    UBL("SelfBilledCreditNote", KIND_CREDIT_NOTE, "CreditNoteLine", "LegalMonetaryTotal", "CreditedQuantity"),
    UBL("FreightInvoice", KIND_INVOICE, "InvoiceLine", "LegalMonetaryTotal", "InvoicedQuantity"),
    UBL("Order", KIND_PURCHASE_ORDER, "OrderLine", "AnticipatedMonetaryTotal", "LineItem/Quantity"),
    UBL("OrderChange", KIND_PURCHASE_ORDER, "OrderLine", "AnticipatedMonetaryTotal", "LineItem/Quantity"),
    UBL("OrderCancellation", KIND_PURCHASE_ORDER, "OrderLine", "AnticipatedMonetaryTotal", "LineItem/Quantity"),
    UBL("OrderResponse", KIND_ORDER_CONFIRMATION, "OrderLine", "LegalMonetaryTotal", "LineItem/Quantity"),
    UBL("OrderResponseSimple", KIND_ORDER_CONFIRMATION, "OrderLine", "LegalMonetaryTotal", "LineItem/Quantity"),
    UBL("Quotation", KIND_QUOTATION, "QuotationLine", "QuotedMonetaryTotal", "LineItem/Quantity"),
    UBL("DespatchAdvice", KIND_DELIVERY_NOTE, "DespatchLine", "LegalMonetaryTotal", "DeliveredQuantity"),
    UBL("Statement", KIND_ACCOUNT_STATEMENT, "StatementLine", "LegalMonetaryTotal", "Quantity"),
    UBL("Reminder", KIND_ACCOUNT_STATEMENT, "ReminderLine", "LegalMonetaryTotal", "Quantity"),
    UBL_OTHER("DebitNote"),
    UBL_OTHER("ApplicationResponse"),
    UBL_OTHER("Catalogue"),
    UBL_OTHER("ReceiptAdvice"),
    UBL_OTHER("RemittanceAdvice"),
    UBL_OTHER("RequestForQuotation"),
    UBL_OTHER("UtilityStatement"),
    {.root = "CrossIndustryInvoice",
     .name = "CII",
     .kind = KIND_OTHER,
     .codes = document_codes,
     .code = "ExchangedDocument/TypeCode",
     .number = "ExchangedDocument/ID",
     .date = "ExchangedDocument/IssueDateTime/DateTimeString",
     .currency = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/InvoiceCurrencyCode",
     .net = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/" CII_TOTALS "/TaxBasisTotalAmount "
            "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/" CII_TOTALS "/LineTotalAmount",
     .orders = CII_ORDERS("SupplyChainTradeTransaction", "ApplicableHeaderTradeAgreement", "IssuerAssignedID"),
     .corrects = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/InvoiceReferencedDocument/IssuerAssignedID",
     .line = "SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem",
     .item = "SpecifiedTradeProduct/Name SpecifiedTradeProduct/Description",
     .quantity = "SpecifiedLineTradeDelivery/BilledQuantity",
     .amount = "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"},
    {.root = "CrossIndustryDocument",
     .name = "ZUGFeRD 1",
     .kind = KIND_OTHER,
     .codes = document_codes,
     .code = "HeaderExchangedDocument/TypeCode",
     .number = "HeaderExchangedDocument/ID",
     .date = "HeaderExchangedDocument/IssueDateTime/DateTimeString",
     .currency = "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeSettlement/InvoiceCurrencyCode",
     .net = "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeSettlement/"
            "SpecifiedTradeSettlementMonetarySummation/TaxBasisTotalAmount",
     .orders = CII_ORDERS("SpecifiedSupplyChainTradeTransaction", "ApplicableSupplyChainTradeAgreement", "ID"),
     .line = "SpecifiedSupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem",
     .item = "SpecifiedTradeProduct/Name SpecifiedTradeProduct/Description",
     .quantity = "SpecifiedSupplyChainTradeDelivery/BilledQuantity",
     .amount = "SpecifiedSupplyChainTradeSettlement/SpecifiedTradeSettlementMonetarySummation/LineTotalAmount"},
    {.root = "SCRDMCCBDACIOMessageStructure",
     .name = "Order-X",
     .kind = KIND_OTHER,
     .codes = document_codes,
     .code = "ExchangedDocument/TypeCode",
     .number = "ExchangedDocument/ID",
     .date = "ExchangedDocument/IssueDateTime/DateTimeString",
     .currency = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/OrderCurrencyCode",
     .net = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/" CII_TOTALS "/TaxBasisTotalAmount "
            "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/" CII_TOTALS "/LineTotalAmount",
     .orders = CII_ORDERS("SupplyChainTradeTransaction", "ApplicableHeaderTradeAgreement", "IssuerAssignedID"),
     .line = "SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem",
     .item = "SpecifiedTradeProduct/Name SpecifiedTradeProduct/Description",
     .quantity = "SpecifiedLineTradeDelivery/RequestedQuantity",
     .amount = "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"},
    {.root = "CrossDomainAcknowledgementAndResponse", .name = "CII acknowledgement", .kind = KIND_OTHER},
    {.root = "FatturaElettronica",
     .name = "FatturaPA",
     .kind = KIND_OTHER,
     .codes = fattura_codes,
     .paper = "FatturaElettronicaBody",
     .code = "DatiGenerali/DatiGeneraliDocumento/TipoDocumento",
     .number = "DatiGenerali/DatiGeneraliDocumento/Numero",
     .date = "DatiGenerali/DatiGeneraliDocumento/Data",
     .currency = "DatiGenerali/DatiGeneraliDocumento/Divisa",
     .parts = "DatiBeniServizi/DatiRiepilogo/ImponibileImporto",
     .orders = {"DatiGenerali/DatiOrdineAcquisto/IdDocumento", NULL},
     .corrects = "DatiGenerali/DatiFattureCollegate/IdDocumento",
     .line = "DatiBeniServizi/DettaglioLinee",
     .item = "Descrizione",
     .quantity = "Quantita",
     .amount = "PrezzoTotale"},
    {.root = "Facturae",
     .name = "Facturae",
     .kind = KIND_OTHER,
     .codes = facturae_codes,
     .paper = "Invoices/Invoice",
     .code = "InvoiceHeader/InvoiceClass",
     .series = "InvoiceHeader/InvoiceSeriesCode",
     .number = "InvoiceHeader/InvoiceNumber",
     .date = "InvoiceIssueData/IssueDate",
     .currency = "InvoiceIssueData/InvoiceCurrencyCode",
     .net = "InvoiceTotals/TotalGrossAmountBeforeTaxes",
     .corrects = "InvoiceHeader/Corrective/InvoiceNumber",
     .orders = {"Items/InvoiceLine/ReceiverTransactionReference", "Items/InvoiceLine/ReceiverContractReference",
                "Items/InvoiceLine/IssuerTransactionReference", NULL},
     .line = "Items/InvoiceLine",
     .item = "ItemDescription",
     .quantity = "Quantity",
     .amount = "GrossAmount TotalCost"},
    {.root = "Comprobante",
     .name = "CFDI",
     .kind = KIND_OTHER,
     .codes = cfdi_codes,
     .code = "@TipoDeComprobante",
     .series = "@Serie",
     .number = "@Folio Complemento/TimbreFiscalDigital/@UUID",
     .date = "@Fecha",
     .currency = "@Moneda",
     .net = "@SubTotal",
     .discount = "@Descuento",
     .line = "Conceptos/Concepto",
     .item = "@Descripcion",
     .quantity = "@Cantidad",
     .amount = "@Importe",
     .currency_fixed = "MXN"},
    {.root = "NFe",
     .name = "NF-e",
     .kind = KIND_OTHER,
     .codes = nfe_codes,
     .paper = "infNFe",
     .code = "ide/finNFe",
     .number = "ide/nNF",
     .date = "ide/dhEmi ide/dEmi",
     .net = "total/ICMSTot/vProd",
     .discount = "total/ICMSTot/vDesc",
     .orders = {"det/prod/xPed", "compra/xPed", NULL},
     .line = "det/prod",
     .item = "xProd",
     .quantity = "qCom",
     .amount = "vProd",
     .currency_fixed = "BRL"},
    {.root = "Nfse",
     .name = "NFS-e",
     .kind = KIND_INVOICE,
     .paper = "InfNfse",
     .number = "Numero",
     .date = "DataEmissao",
     .net = "DeclaracaoPrestacaoServico/InfDeclaracaoPrestacaoServico/Servico/Valores/ValorServicos "
            "Servico/Valores/ValorServicos ValoresNfse/BaseCalculo",
     .currency_fixed = "BRL"},
    {.root = "NFSe",
     .name = "NFS-e",
     .kind = KIND_INVOICE,
     .paper = "infNFSe",
     .number = "nNFSe",
     .date = "DPS/infDPS/dhEmi dhProc",
     .net = "DPS/infDPS/valores/vServPrest/vServ valores/vBC valores/vLiq",
     .currency_fixed = "BRL"}};

const Syntax *syntax_of_root(Str root) {
    for (size_t i = 0; i < sizeof syntaxes / sizeof *syntaxes; i++)
        if (str_eq_cstr(root, syntaxes[i].root))
            return &syntaxes[i];
    return NULL;
}

bool einvoice_sniff(Str head) {
    size_t elements = 0;
    for (size_t at = 0; at + 1 < head.len && elements < HEAD_ELEMENTS; at++) {
        size_t from = at + 1, to = from;
        if (head.data[at] != '<' || head.data[from] == '?' || head.data[from] == '!' || head.data[from] == '/')
            continue;
        for (; to < head.len && !strchr(" \t\r\n>/", head.data[to]); to++)
            if (head.data[to] == ':')
                from = to + 1;
        Str name = str_sub(head, from, to);
        if (syntax_of_root(name) || str_eq(name, STR("AttachedDocument")))
            return true;
        elements++;
    }
    return false;
}
