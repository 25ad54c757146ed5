using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;

namespace TeacherDevPlan.Infrastructure.Importing.Forms;

/// <summary>
/// HTML files, as word processors and browsers save them. Nothing is run or fetched. XML that is no HTML is refused.
/// </summary>
internal sealed partial class HtmlForm : IDocumentForm
{
    private const int Beginning = 1_024;

    private static readonly HashSet<string> ThaiNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "windows-874",
        "tis-620",
        "iso-8859-11",
    };

    public bool Is(ReadOnlySpan<byte> content) => Start().IsMatch(BeginningOf(content));

    public Result<IReadOnlyList<Row>> Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        FormRefusal.Catch(
            new("an HTML file", "ไฟล์ HTML"),
            () =>
            {
                var beginning = BeginningOf(content.Span);
                if (Mime().IsMatch(beginning))
                    return FormRefusal.Of(
                        "is a web archive (.mht); save it as .html.",
                        "เป็นไฟล์เว็บแบบรวม (.mht) โปรดบันทึกเป็น .html"
                    );
                if (OtherXml().IsMatch(beginning))
                    return FormRefusal.Of(
                        "is XML, but no HTML; save the document as .docx, .xlsx, .odt or .html.",
                        "เป็นไฟล์ XML ที่ไม่ใช่ HTML โปรดบันทึกเป็น .docx .xlsx .odt หรือ .html"
                    );
                if (TextOf(content.Span, beginning) is not { } text)
                    return FormRefusal.Of(
                        "is an HTML file in an unknown encoding, or is damaged; save it in UTF-8.",
                        "เป็นไฟล์ HTML ที่ไม่ทราบรหัสอักขระหรือเสียหาย โปรดบันทึกเป็น UTF-8"
                    );
                var nesting = new HtmlNesting();
                var parser = new HtmlParser(
                    new HtmlParserOptions
                    {
                        IsScripting = false,
                        OnCreated = (element, _) =>
                        {
                            cancellationToken.ThrowIfCancellationRequested();
                            nesting.Add(element);
                        },
                    }
                );
                using var document = parser.ParseDocument(text);
                return HtmlReader.Read(document);
            }
        );

    /// <summary>The first letters without what encodings put between them.</summary>
    private static string BeginningOf(ReadOnlySpan<byte> content) =>
        Encoding
            .Latin1.GetString(content[..Math.Min(content.Length, Beginning)])
            .Replace("\0", "", StringComparison.Ordinal)
            .TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');

    /// <summary>The text in the encoding that the file names, or in the one that its bytes show.</summary>
    private static string? TextOf(ReadOnlySpan<byte> content, string beginning) =>
        Charset().Match(beginning) is { Success: true } match && ThaiNames.Contains(match.Groups[1].Value)
            ? CodePagesEncodingProvider.Instance.GetEncoding(874)!.GetString(content)
            : TextEncoding.Decode(content);

    [GeneratedRegex(
        @"^(?:<\?xml|<!doctype|<!--|MIME-Version:|<(?:html|head|body|meta|title|style|table|div|h[1-6]|center|font|span)[\s>])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Start();

    [GeneratedRegex(@"^<\?xml(?![\s\S]*<(?:!doctype\s+)?html)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherXml();

    [GeneratedRegex("^MIME-Version:", RegexOptions.IgnoreCase)]
    private static partial Regex Mime();

    [GeneratedRegex("""charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
