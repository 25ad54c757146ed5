using System.Text.Json.Nodes;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;

namespace TeacherDevPlan.Api.Hosting.Checking;

/// <summary>SARIF 2.1.0 (OASIS) for tools that display results of analysers.</summary>
internal sealed class SarifFormat : ICheckFormat
{
    private const string Schema =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public void Write(CheckedPlan plan, TextWriter output)
    {
        var log = new JsonObject
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(
                new JsonObject
                {
                    ["tool"] = new JsonObject
                    {
                        ["driver"] = new JsonObject
                        {
                            ["name"] = "TeacherDevPlan",
                            ["rules"] = new JsonArray([.. FindingRules.All.Select(rule => RuleOf(plan, rule))]),
                        },
                    },
                    ["columnKind"] = "utf16CodeUnits",
                    ["results"] = new JsonArray([
                        .. plan.Findings.Select(finding => Result(plan, finding.Rule, finding.Fault)),
                    ]),
                }
            ),
        };
        output.WriteLine(log.ToJsonString(JsonFormat.Options));
    }

    private static JsonObject RuleOf(CheckedPlan plan, FindingRule rule) =>
        new JsonObject
        {
            ["id"] = rule.Code,
            ["shortDescription"] = Text(plan.Text(rule.Meaning)),
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule) },
        };

    private static JsonObject Result(CheckedPlan plan, FindingRule rule, Fault fault) =>
        new JsonObject
        {
            ["ruleId"] = rule.Code,
            ["ruleIndex"] = FindingRules.All.Index().First(one => one.Item == rule).Index,
            ["level"] = Level(rule),
            ["message"] = Text($"{plan.Text(fault.Location)}: {plan.Text(fault.Message)}"),
            ["locations"] = new JsonArray(
                new JsonObject
                {
                    ["physicalLocation"] = PhysicalLocation(plan, fault),
                    ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = fault.Place }),
                }
            ),
            ["partialFingerprints"] = new JsonObject { ["place/v1"] = $"{rule.Code}:{fault.Place}" },
            ["properties"] = new JsonObject { ["stated"] = fault.Stated, ["computed"] = fault.Computed },
        };

    private static JsonObject PhysicalLocation(CheckedPlan plan, Fault fault)
    {
        var location = new JsonObject
        {
            ["artifactLocation"] = new JsonObject
            {
                ["uri"] = Uri.EscapeDataString(plan.Name).Replace("%2F", "/", StringComparison.Ordinal),
            },
        };
        if (fault.Source is { } source)
            location["region"] = new JsonObject { ["startLine"] = source.Line, ["snippet"] = Text(source.RawText) };
        return location;
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static string Level(FindingRule rule) =>
        rule.Severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "note",
        };
}
