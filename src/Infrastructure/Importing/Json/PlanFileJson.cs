using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Json;

/// <summary>
/// Plan files as JSON, in the format of plan-file.schema.json. Where the parts of a plan are printed is written with
/// each part, so that it stays right in a file that somebody edits.
/// </summary>
internal static class PlanFileJson
{
    private const int FormatVersion = 1;
    private const string PartSources = "sources";

    /// <summary>The facts of a plan, without what is known about the document that they were read from.</summary>
    public static readonly JsonSerializerOptions Facts = OptionsWith(WithoutOrigin);

    /// <summary>The format of plan files.</summary>
    private static readonly JsonSerializerOptions Whole = new(OptionsWith(WithOrigin))
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>The sources of the parts that are being written, or were just read.</summary>
    private static readonly ConditionalWeakTable<object, IReadOnlyDictionary<string, Source>> SourcesOf = [];

    /// <summary>A file in the format of plan files; the same bytes for the same file.</summary>
    public static byte[] Write(PlanFile file)
    {
        foreach (var part in PlanFileParts.Of(file))
            SourcesOf.AddOrUpdate(part, file.Sources.MembersOf(part));
        return JsonSerializer.SerializeToUtf8Bytes(file, Whole);
    }

    /// <summary>The file that was written; null for the JSON value null.</summary>
    public static PlanFile? Read(string json)
    {
        var file = JsonSerializer.Deserialize<PlanFile>(json, Whole);
        foreach (var part in file is null ? [] : PlanFileParts.Of(file))
        {
            if (!SourcesOf.TryGetValue(part, out var members))
                continue;
            foreach (var (member, source) in members.Where(one => one.Value is not null))
                file!.Sources.Add(part, member, source);
        }

        return file;
    }

    private static JsonSerializerOptions OptionsWith(Action<JsonTypeInfo> modifier) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            AllowDuplicateProperties = false,
            MaxDepth = 32,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { modifier, RequireWhatIsNotNullable } },
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
        };

    private static void WithoutOrigin(JsonTypeInfo type)
    {
        if (type.Type == typeof(PlanFile))
            Remove(type, property => property.Name is "sources" or "reading" or "hasApproved");
    }

    private static void WithOrigin(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.Assembly != typeof(PlanFile).Assembly)
            return;
        // What is computed from other members is not part of the format.
        Remove(type, property => property is { Set: null, AssociatedParameter: null } or { Name: PartSources });
        if (type.Type == typeof(PlanFile))
        {
            var version = type.CreateJsonPropertyInfo(typeof(int), "formatVersion");
            (version.Get, version.Order) = (_ => FormatVersion, -1);
            type.Properties.Add(version);
        }
        else if (type.Type.Name.EndsWith("Document", StringComparison.Ordinal))
        {
            var sources = type.CreateJsonPropertyInfo(typeof(IReadOnlyDictionary<string, Source>), PartSources);
            sources.Get = part => SourcesOf.TryGetValue(part, out var members) && members.Count > 0 ? members : null;
            sources.Set = (part, members) =>
                SourcesOf.AddOrUpdate(part, (IReadOnlyDictionary<string, Source>?)members ?? EmptyMembers);
            type.Properties.Add(sources);
        }
    }

    private static readonly Dictionary<string, Source> EmptyMembers = [];

    private static void Remove(JsonTypeInfo type, Func<JsonPropertyInfo, bool> removed)
    {
        foreach (var property in type.Properties.Where(removed).ToList())
            type.Properties.Remove(property);
    }

    /// <summary>Requires the members that the records need, even if the schema is violated.</summary>
    private static void RequireWhatIsNotNullable(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            property.IsRequired |= property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false };
    }
}
