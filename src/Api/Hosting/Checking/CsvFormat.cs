using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.Hosting.Checking;

/// <summary>
/// CSV for spreadsheets: RFC 4180, with a byte order mark for UTF-8, and protected against formula injection.
/// </summary>
internal sealed partial class CsvFormat : ICheckFormat
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture);

    public void Write(CheckedPlan plan, TextWriter output)
    {
        output.Write(ByteOrderMark);
        using var csv = new CsvWriter(output, Configuration, leaveOpen: true);
        Row(
            csv,
            "line",
            "table",
            "row",
            "column",
            "severity",
            "rule",
            "place",
            "location",
            "message",
            "stated",
            "computed"
        );
        foreach (var (rule, fault) in plan.Findings)
            Row(
                csv,
                Number(fault.Source?.Line),
                Number(fault.Source?.Table),
                Number(fault.Source?.Row),
                Number(fault.Source?.Column),
                EnumText.Of(rule.Severity),
                rule.Code,
                fault.Place,
                plan.Text(fault.Location),
                plan.Text(fault.Message),
                fault.Stated,
                fault.Computed
            );
    }

    private static void Row(CsvWriter csv, params ReadOnlySpan<string?> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field is null ? null : Text(field));
        csv.NextRecord();
    }

    /// <summary>
    /// A cell that a spreadsheet shows as it is. It would run a text that begins like a formula, so such a text gets an
    /// apostrophe before it; a signed number stays a number.
    /// </summary>
    internal static string Text(string field) =>
        field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !PlainNumber().IsMatch(field) ? $"'{field}" : field;

    [GeneratedRegex(@"^[+-][0-9]+(\.[0-9]+)?\z")]
    private static partial Regex PlainNumber();

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
