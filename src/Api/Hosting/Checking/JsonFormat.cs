using System.Text.Encodings.Web;
using System.Text.Json;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;

namespace TeacherDevPlan.Api.Hosting.Checking;

/// <summary>JSON for tools: the plan, how much of it was read, and every finding.</summary>
internal sealed class JsonFormat : ICheckFormat
{
    public static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Write(CheckedPlan plan, TextWriter output) =>
        output.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    File = plan.Name,
                    Office = new { plan.File.Office.Code, plan.File.Office.Name },
                    plan.File.DevelopmentPlan.FiscalYear,
                    plan.File.Reading?.Lines,
                    plan.File.Reading?.LinesUsed,
                    Unread = plan.File.Reading?.Unread.Select(passage => new
                    {
                        passage.FirstLine,
                        passage.LastLine,
                        passage.Lines,
                        Reason = EnumText.Of(passage.Reason),
                        passage.Text,
                    }),
                    Errors = plan.Count(FindingSeverity.Error),
                    Warnings = plan.Count(FindingSeverity.Warning),
                    Infos = plan.Count(FindingSeverity.Info),
                    Findings = plan.Findings.Select(finding => new
                    {
                        Rule = finding.Rule.Code,
                        Severity = EnumText.Of(finding.Rule.Severity),
                        Message = plan.Text(finding.Fault.Message),
                        Location = plan.Text(finding.Fault.Location),
                        finding.Fault.Place,
                        StatedValue = finding.Fault.Stated,
                        ComputedValue = finding.Fault.Computed,
                        finding.Fault.Source,
                        Places = finding
                            .Fault.Others.Prepend(new FaultPlace(finding.Fault.Location, finding.Fault.Source))
                            .Select(place => new { Location = plan.Text(place.Location), place.Source }),
                        RuleName = plan.Text(finding.Rule.Name),
                    }),
                },
                Options
            )
        );
}
