#include <criterion/criterion.h>
#include <glib.h>

#include "base/buf.h"
#include "parsers/einvoice_syntax.h"
#include "parsers/extract/einvoice.h"
#include "parsers/extract/xml.h"
#include "base/banned.h"

#define UBL(root, inside)                                                                                              \
    "<" root " xmlns='urn:oasis:names:specification:ubl:schema:xsd:" root "-2' xmlns:cbc='b' xmlns:cac='a'>"            \
    "<cbc:ID>R-17</cbc:ID><cbc:IssueDate>2020-01-15</cbc:IssueDate>" inside "</" root ">"
#define TOTAL(net)                                                                                                     \
    "<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID='EUR'>" net "</cbc:LineExtensionAmount>"              \
    "<cbc:TaxExclusiveAmount currencyID='EUR'>" net "</cbc:TaxExclusiveAmount></cac:LegalMonetaryTotal>"
#define CII(code)                                                                                                      \
    "<rsm:CrossIndustryInvoice xmlns:rsm='r' xmlns:ram='m' xmlns:udt='u'><rsm:ExchangedDocument><ram:ID>C 5</ram:ID>"  \
    "<ram:TypeCode>" code "</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format='102'>20210228"                \
    "</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction>"               \
    "<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>"                      \
    "<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxBasisTotalAmount>10.50</ram:TaxBasisTotalAmount>"    \
    "</ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement>"                     \
    "</rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>"
#define FATTURA_BODY(code, number)                                                                                     \
    "<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>" code "</TipoDocumento>"             \
    "<Divisa>EUR</Divisa><Data>2020-05-04</Data><Numero>" number "</Numero></DatiGeneraliDocumento>"                   \
    "<DatiOrdineAcquisto><IdDocumento>PO 9</IdDocumento></DatiOrdineAcquisto></DatiGenerali><DatiBeniServizi>"         \
    "<DettaglioLinee><Descrizione>dMOC AZ-104</Descrizione><Quantita>12.00</Quantita>"                                 \
    "<PrezzoTotale>1200.00</PrezzoTotale></DettaglioLinee>"                                                            \
    "<DatiRiepilogo><ImponibileImporto>1000.00</ImponibileImporto></DatiRiepilogo>"                                    \
    "<DatiRiepilogo><ImponibileImporto>200.00</ImponibileImporto></DatiRiepilogo></DatiBeniServizi>"                   \
    "</FatturaElettronicaBody>"
#define FATTURA(bodies) "<?xml version='1.0'?><p:FatturaElettronica xmlns:p='f'><FatturaElettronicaHeader/>" bodies "</p:FatturaElettronica>"
#define CFDI(type)                                                                                                     \
    "<cfdi:Comprobante xmlns:cfdi='c' Serie='A' Folio='4521' Fecha='2020-03-09T10:20:30' Moneda='MXN' SubTotal='900.00' "  \
    "Descuento='100.00' Total='928.00' TipoDeComprobante='" type "'><cfdi:Conceptos><cfdi:Concepto Cantidad='8' "      \
    "Descripcion='MOC On-Demand' Importe='900.00'/></cfdi:Conceptos></cfdi:Comprobante>"
#define NFE(purpose)                                                                                                   \
    "<nfeProc><NFe><infNFe><ide><serie>1</serie><nNF>4871</nNF><dhEmi>2020-05-20T09:00:00-03:00</dhEmi><finNFe>" purpose   \
    "</finNFe></ide><det><prod><xProd>MOC</xProd><qCom>10.0000</qCom><vProd>1500.00</vProd><xPed>77</xPed></prod></det>"  \
    "<total><ICMSTot><vProd>1500.00</vProd><vDesc>0.00</vDesc></ICMSTot></total></infNFe></NFe></nfeProc>"

typedef struct Case {
    const char *xml, *kind, *number, *date, *net, *currency, *quote, *item;
} Case;

static const Case cases[] = {
    {UBL("Invoice", "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>"
                    "<cac:OrderReference><cbc:ID>PO-3</cbc:ID></cac:OrderReference>" TOTAL("2940.00")
                    "<cac:InvoiceLine><cbc:InvoicedQuantity>60</cbc:InvoicedQuantity><cbc:LineExtensionAmount>2940.00"
                    "</cbc:LineExtensionAmount><cac:Item><cbc:Name>Labs</cbc:Name></cac:Item></cac:InvoiceLine>"),
     "invoice", "R-17", "2020-01-15", "2940", "EUR", "PO-3", "Labs/60/2940"},
    {UBL("Invoice", ""), "invoice", "R-17", "2020-01-15", "", "", "", ""},
    {UBL("Invoice", "<cbc:InvoiceTypeCode>386</cbc:InvoiceTypeCode>"), "invoice", "R-17", "2020-01-15", "", "", "", ""},
    {UBL("Invoice", "<cbc:InvoiceTypeCode>384</cbc:InvoiceTypeCode>"), "credit_note", "R-17", "2020-01-15", "", "", "", ""},
    {UBL("Invoice", "<cbc:InvoiceTypeCode>325</cbc:InvoiceTypeCode>"), "proforma_invoice", "R-17", "2020-01-15", "", "", "",
     ""},
    {UBL("Invoice", "<cbc:InvoiceTypeCode>999</cbc:InvoiceTypeCode>"), "other", "R-17", "2020-01-15", "", "", "", ""},
    {UBL("Invoice", "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>" TOTAL("-12.00")), "credit_note", "R-17", "2020-01-15",
     "-12", "", "", ""},
    {UBL("CreditNote", TOTAL("12.00")), "credit_note", "R-17", "2020-01-15", "12", "", "", ""},
    {UBL("CreditNote", "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>R-9</cbc:ID></cac:InvoiceDocumentReference>"
                       "</cac:BillingReference>"), "credit_note", "R-17", "2020-01-15", "", "", "R-9", ""},
    {UBL("Invoice", "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>R-9</cbc:ID></cac:InvoiceDocumentReference>"
                    "</cac:BillingReference>"), "invoice", "R-17", "2020-01-15", "", "", "", ""},
    {UBL("Order", ""), "purchase_order", "R-17", "2020-01-15", "", "", "", ""},
    {UBL("OrderResponse", ""), "order_confirmation", "R-17", "2020-01-15", "", "", "", ""},
    {UBL("OrderResponseSimple", ""), "order_confirmation", "R-17", "2020-01-15", "", "", "", ""},
    {UBL("Quotation", ""), "quotation", "R-17", "2020-01-15", "", "", "", ""},
    {UBL("DespatchAdvice", ""), "delivery_note", "R-17", "2020-01-15", "", "", "", ""},
    {UBL("Statement", ""), "account_statement", "R-17", "2020-01-15", "", "", "", ""},
    {UBL("Reminder", ""), "account_statement", "R-17", "2020-01-15", "", "", "", ""},
    {UBL("DebitNote", ""), "other", "R-17", "2020-01-15", "", "", "", ""},
    {"<StandardBusinessDocument><StandardBusinessDocumentHeader/>" UBL("Invoice", "") "</StandardBusinessDocument>", "invoice",
     "R-17", "2020-01-15", "", "", "", ""},
    {"<AttachedDocument><Attachment><ExternalReference><Description><![CDATA[<?xml version='1.0'?>" UBL("Invoice", "<cbc:InvoiceTypeCode>01</cbc:InvoiceTypeCode>") "]]></Description></ExternalReference></Attachment></AttachedDocument>",
     "invoice", "R-17", "2020-01-15", "", "", "", ""},
    {CII("380"), "invoice", "C 5", "2021-02-28", "10.5", "EUR", "", ""},
    {CII("381"), "credit_note", "C 5", "2021-02-28", "10.5", "EUR", "", ""},
    {CII("751"), "other", "C 5", "2021-02-28", "10.5", "EUR", "", ""},
    {"<SCRDMCCBDACIOMessageStructure><ExchangedDocument><ID>A1</ID><TypeCode>231</TypeCode></ExchangedDocument>"
     "</SCRDMCCBDACIOMessageStructure>",
     "order_confirmation", "A1", "", "", "", "", ""},
    {FATTURA(FATTURA_BODY("TD01", "112/A")), "invoice", "112/A", "2020-05-04", "1200", "EUR", "PO 9", "dMOC AZ-104/12/1200"},
    {FATTURA(FATTURA_BODY("TD04", "9")), "credit_note", "9", "2020-05-04", "1200", "EUR", "PO 9", "dMOC AZ-104/12/1200"},
    {FATTURA(FATTURA_BODY("TD17", "9")), "other", "9", "2020-05-04", "1200", "EUR", "PO 9", "dMOC AZ-104/12/1200"},
    {FATTURA(""), "other", "", "", "", "", "", ""},
    {"<fe:Facturae xmlns:fe='e'><Invoices><Invoice><InvoiceHeader><InvoiceNumber>0788</InvoiceNumber><InvoiceSeriesCode>FV-21/"
     "</InvoiceSeriesCode><InvoiceClass>OO</InvoiceClass></InvoiceHeader><InvoiceIssueData><IssueDate>2021-07-01</IssueDate>"
     "<InvoiceCurrencyCode>EUR</InvoiceCurrencyCode></InvoiceIssueData><InvoiceTotals><TotalGrossAmountBeforeTaxes>5190.00"
     "</TotalGrossAmountBeforeTaxes></InvoiceTotals></Invoice></Invoices></fe:Facturae>",
     "invoice", "FV-21/0788", "2021-07-01", "5190", "EUR", "0788", ""},
    {CFDI("I"), "invoice", "A4521", "2020-03-09", "800", "MXN", "4521", "MOC On-Demand/8/900"},
    {CFDI("E"), "credit_note", "A4521", "2020-03-09", "800", "MXN", "4521", "MOC On-Demand/8/900"},
    {CFDI("P"), "receipt", "A4521", "2020-03-09", "800", "MXN", "4521", "MOC On-Demand/8/900"},
    {NFE("1"), "invoice", "4871", "2020-05-20", "1500", "BRL", "77", "MOC/10/1500"},
    {NFE("4"), "credit_note", "4871", "2020-05-20", "1500", "BRL", "77", "MOC/10/1500"},
    {"<CompNfse><Nfse><InfNfse><Numero>2020000123</Numero><DataEmissao>2020-06-02T08:00:00</DataEmissao></InfNfse></Nfse></CompNfse>",
     "invoice", "2020000123", "2020-06-02", "", "BRL", "", ""},
    {"<catalog><invoice>17</invoice></catalog>", "other", "", "", "", "", "", ""},
};

static Document *read_xml(Arena *arena, Str xml, Documents *more) {
    Document *document = ARENA_NEW(arena, Document);
    char *exact = g_memdup2(xml.data, xml.len); /* without a NUL behind it */
    document->name = STR("paper.xml");
    document->bytes = (Str){exact, xml.len};
    einvoice_read(arena, document, more);
    g_free(exact);
    return document;
}

static Str item_str(Arena *arena, const Document *document) {
    if (!document->items.len)
        return STR("");
    const InvoiceItem *item = &document->items.items[0];
    Str units = decimal_str(arena, item->units), net = decimal_str(arena, item->net);
    return arena_printf(arena, STR_FMT "/" STR_FMT "/" STR_FMT, STR_ARG(item->description), STR_ARG(units), STR_ARG(net));
}

#define EQ(got, want, what)                                                                                            \
    cr_expect(str_eq(got, str_of(want)), "case %zu, %s: got \"%.*s\", want \"%s\"", i, what, STR_ARG(got), want)

Test(einvoice, syntaxes) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const Case *c = &cases[i];
        Arena *arena = arena_new();
        Documents more = {0};
        Document *document = read_xml(arena, str_of(c->xml), &more);
        EQ(str_of(kind_word(document->kind)), c->kind, "kind");
        EQ(document->number, c->number, "number");
        EQ(date_iso(arena, document->issue_date), c->date, "date");
        EQ(document->has_net ? decimal_str(arena, document->net) : STR(""), c->net, "net");
        EQ(document->currency, c->currency, "currency");
        EQ(document->quotes.len ? document->quotes.items[0] : STR(""), c->quote, "quote");
        EQ(item_str(arena, document), c->item, "item");
        cr_expect_eq(document->accepted, document->kind == KIND_INVOICE, "case %zu", i);
        cr_expect(document->readable && document->reason.len, "case %zu", i);
        cr_expect_eq(more.len, 0, "case %zu", i);
        arena_free(&arena);
    }
}

Test(einvoice, several_papers_in_one_file) {
    Arena *arena = arena_new();
    Documents more = {0};
    Document *first = read_xml(arena, STR(FATTURA(FATTURA_BODY("TD01", "1") FATTURA_BODY("TD04", "2"))), &more);
    cr_assert_eq(more.len, 1);
    size_t i = 0;
    EQ(first->number, "1", "first");
    EQ(more.items[0]->number, "2", "second");
    cr_expect(first->accepted && !more.items[0]->accepted);
    arena_free(&arena);
}

Test(einvoice, hostile_xml_is_not_readable) {
    static const char *const hostile[] = {
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><Invoice><ID>&a;</ID></Invoice>",
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><Invoice><ID>&b;</ID></Invoice>",
        "<?xml version='1.0'?><Invoice><ID>1</ID>", "<Invoice", "", "\0x"};
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        Arena *arena = arena_new();
        Documents more = {0};
        Document *document = read_xml(arena, str_of(hostile[i]), &more);
        cr_expect(!document->readable && !document->accepted && document->kind == KIND_OTHER, "case %zu", i);
        cr_expect(document->reason.len > 0 && !document->number.len, "case %zu", i);
        arena_free(&arena);
    }
}

Test(einvoice, attribute_bombs_and_deep_nesting_cost_little) {
    Arena *arena = arena_new();
    Buf bomb = {.arena = arena}, deep = {.arena = arena};
    Documents more = {0};
    buf_add(&bomb, STR("<Invoice"));
    for (int i = 0; i < 200000; i++)
        buf_printf(&bomb, " a%d='1'", i);
    buf_add(&bomb, STR("/>"));
    for (int i = 0; i < 100000; i++)
        buf_add(&deep, STR("<Order>"));
    cr_expect_not(read_xml(arena, buf_str(&bomb), &more)->readable);
    cr_expect_not(read_xml(arena, buf_str(&deep), &more)->readable);
    arena_free(&arena);
}

Test(einvoice, is_told_by_its_first_elements) {
    static const struct {
        const char *head;
        bool told;
    } heads[] = {{"<?xml version='1.0'?>\n<!-- c --><ns:Invoice xmlns:ns='u'>", true}, {"<Comprobante Serie='A'", true},
                 {"<nfeProc><NFe>", true}, {"<html><body>", false}, {"<b>Invoice</b>", false}, {"", false}, {"<", false}};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        cr_expect_eq(einvoice_sniff(str_of(heads[i].head)), heads[i].told, "case %zu", i);
}
