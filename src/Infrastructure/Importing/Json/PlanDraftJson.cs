using System.Text.Json;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Json;

/// <summary>Files that wait to be published, as they are stored: the facts, with sources by the position of their part.</summary>
internal static class PlanDraftJson
{
    /// <summary>The facts within <see cref="StoredFile"/>, which is deeper than the file.</summary>
    private static readonly JsonSerializerOptions Options = new(PlanFileJson.Facts)
    {
        MaxDepth = 2 * PlanFileJson.Facts.MaxDepth,
    };

    /// <summary>A file with its sources and its reading; the same JSON for the same file.</summary>
    public static string Write(PlanFile file)
    {
        var sources = PlanFileParts
            .Of(file)
            .SelectMany((part, i) => file.Sources.MembersOf(part).Select(one => new PartSource(i, one.Key, one.Value)));
        return JsonSerializer.Serialize(new StoredFile(file, file.Reading, [.. sources]), Options);
    }

    /// <summary>The file that was written.</summary>
    public static PlanFile Read(string json)
    {
        var stored = JsonSerializer.Deserialize<StoredFile>(json, Options)!;
        var sources = new SourceMap();
        var parts = PlanFileParts.Of(stored.File);
        foreach (var source in stored.Sources)
            sources.Add(parts[source.Part], source.Member, source.Source);
        return stored.File with { Reading = stored.Reading, Sources = sources };
    }

    private sealed record StoredFile(PlanFile File, PlanReading? Reading, IReadOnlyList<PartSource> Sources);

    /// <param name="Part">The position of the part among those of the file.</param>
    private sealed record PartSource(int Part, string Member, Source Source);
}
