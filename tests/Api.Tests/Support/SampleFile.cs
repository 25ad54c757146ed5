using System.Text;
using System.Text.Json.Nodes;
using TeacherDevPlan.SampleData;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The sample's plan file, to be changed and imported.</summary>
internal static class SampleFile
{
    public static JsonNode Sample() => JsonNode.Parse(SamplePlan.Read().Span)!;

    public static byte[] Bytes(JsonNode file) => Encoding.UTF8.GetBytes(file.ToJsonString());
}
