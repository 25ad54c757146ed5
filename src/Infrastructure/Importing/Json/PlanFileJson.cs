using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Json;

/// <summary>Plan files as JSON: in their own format, and with what is known about the document they were read from.</summary>
internal static class PlanFileJson
{
    /// <summary>The format of plan files, which does not include the sources and the reading of a document.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowDuplicateProperties = false,
        MaxDepth = 32,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutOrigin, RequireWhatIsNotNullable } },
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    };

    /// <summary>The same for a file within <see cref="WholeFile"/>, which is deeper than the file.</summary>
    private static readonly JsonSerializerOptions Whole = new(Options) { MaxDepth = 2 * Options.MaxDepth };

    /// <summary>A file with its sources and its reading; the same JSON for the same file.</summary>
    public static string Write(PlanFile file)
    {
        var sources = PlanFileParts
            .Of(file)
            .SelectMany((part, i) => file.Sources.MembersOf(part).Select(one => new PartSource(i, one.Key, one.Value)));
        return JsonSerializer.Serialize(new WholeFile(file, file.Reading, [.. sources]), Whole);
    }

    /// <summary>The file that was written.</summary>
    public static PlanFile Read(string json)
    {
        var whole = JsonSerializer.Deserialize<WholeFile>(json, Whole)!;
        var sources = new SourceMap();
        var parts = PlanFileParts.Of(whole.File);
        foreach (var source in whole.Sources)
            sources.Add(parts[source.Part], source.Member, source.Source);
        return whole.File with { Reading = whole.Reading, Sources = sources };
    }

    private static void WithoutOrigin(JsonTypeInfo type)
    {
        if (type.Type != typeof(PlanFile))
            return;
        var origin = type.Properties.Where(property => property.Name is "sources" or "reading" or "hasApproved");
        foreach (var property in origin.ToList())
            type.Properties.Remove(property);
    }

    /// <summary>Requires the members that the records need, even if the schema is violated.</summary>
    private static void RequireWhatIsNotNullable(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired |= property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false };
    }

    private sealed record WholeFile(PlanFile File, PlanReading? Reading, IReadOnlyList<PartSource> Sources);

    /// <param name="Part">The position of the part among those of the file.</param>
    private sealed record PartSource(int Part, string Member, Source Source);
}
