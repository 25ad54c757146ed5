using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>The invented documents of tests/Plans, and what reads them.</summary>
internal static class Plans
{
    private static readonly IPlanFileReader Reader = new ServiceCollection()
        .AddPlanFiles()
        .BuildServiceProvider()
        .GetRequiredService<IPlanFileReader>();

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static Result<PlanFile> Read(byte[] content) => Reader.Read(content);

    public static PlanFile Read(string name) => Read(Bytes(name)).Value;

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Plans", name));

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    /// <summary>A plan as its JSON file would state it, datasets by their codes.</summary>
    public static JsonNode Facts(PlanFile plan) => ByCode(JsonSerializer.SerializeToNode(plan, Json)!);

    public static JsonNode Facts(string name) => ByCode(JsonNode.Parse(Bytes(name))!);

    private static JsonNode ByCode(JsonNode plan)
    {
        var datasets = plan["datasets"]!.AsArray().OrderBy(one => one!["code"]!.GetValue<string>()).ToList();
        plan["datasets"] = new JsonArray([.. datasets.Select(one => one!.DeepClone())]);
        return plan;
    }
}
