using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>
/// Everything that a plan file is made of, found by its types: what a new member of the format holds is found as well.
/// </summary>
public static class PlanFileParts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = [];

    /// <summary>
    /// The parts of a file, or of something in it, always in the same order, each once. The reading of a document is not
    /// among the parts of its file.
    /// </summary>
    public static IReadOnlyList<object> Of(object whole) =>
        [.. Below("", whole, whole).Select(found => found.Part).Distinct(ReferenceEqualityComparer.Instance)!];

    /// <summary>Every text in a file, with the part that has it.</summary>
    public static IEnumerable<PartText> Texts(PlanFile file) =>
        Below("", file, file)
            .Where(found => found.Value is string)
            .Select(found => new PartText(found.Path, found.Part, (string)found.Value));

    /// <summary>A part and the values of its own that are text, and the same of the parts below it.</summary>
    private static IEnumerable<(string Path, object Part, object Value)> Below(string path, object part, object value)
    {
        if (value is string)
            return [(path, part, value)];
        if (value is IEnumerable items)
            return items.Cast<object>().SelectMany((item, i) => Below($"{path}/{i}", part, item));
        if (value.GetType().Assembly != typeof(PlanFile).Assembly || value.GetType().IsValueType)
            return [];
        return MembersOf(value.GetType())
            .Select(member => (member.Name, Value: member.GetValue(value)))
            .Where(member => member.Value is not null)
            .SelectMany(member =>
                Below($"{path}/{char.ToLowerInvariant(member.Name[0])}{member.Name[1..]}", value, member.Value!)
            )
            .Prepend((path, value, value));
    }

    /// <summary>The members of a type that are part of the format.</summary>
    public static IReadOnlyList<PropertyInfo> MembersOf(Type type) =>
        Members.GetOrAdd(
            type,
            one =>
                [
                    .. one.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Where(member =>
                            member is { CanWrite: true, PropertyType.IsPrimitive: false }
                            && member.Name is not (nameof(PlanFile.Sources) or nameof(PlanFile.Reading))
                        ),
                ]
        );
}

/// <summary>A text in a plan file.</summary>
/// <param name="Path">A JSON Pointer to it.</param>
/// <param name="Part">The part of the file that has it.</param>
public sealed record PartText(string Path, object Part, string Text);
