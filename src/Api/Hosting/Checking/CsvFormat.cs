using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.Hosting.Checking;

/// <summary>
/// CSV for spreadsheets: RFC 4180, with a byte order mark for UTF-8, and protected against formula injection.
/// </summary>
internal sealed class CsvFormat : ICheckFormat
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = ['=', '@', '\t', '\r'],
    };

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
            csv.WriteField(field);
        csv.NextRecord();
    }

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
