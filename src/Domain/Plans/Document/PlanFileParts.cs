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
    public static IReadOnlyList<object> Of(object whole)
    {
        var parts = new List<object>();
        var known = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Visit(
            "",
            whole,
            whole,
            (_, part, _) =>
            {
                if (known.Add(part))
                    parts.Add(part);
            }
        );
        return parts;
    }

    /// <summary>Every text in a file, with the part that has it.</summary>
    public static IReadOnlyList<PartText> Texts(PlanFile file)
    {
        var texts = new List<PartText>();
        Visit(
            "",
            file,
            file,
            (path, part, value) =>
            {
                if (value is string text)
                    texts.Add(new PartText(path, part, text));
            }
        );
        return texts;
    }

    /// <summary>Visits a part, the values of its own that are text, and the same of the parts below it.</summary>
    private static void Visit(string path, object part, object value, Action<string, object, object> visit)
    {
        if (value is string)
        {
            visit(path, part, value);
        }
        else if (value is IEnumerable items)
        {
            var i = 0;
            foreach (var item in items)
                Visit($"{path}/{i++}", part, item, visit);
        }
        else if (value.GetType() is { IsValueType: false } type && type.Assembly == typeof(PlanFile).Assembly)
        {
            visit(path, value, value);
            foreach (var member in MembersOf(type))
            {
                if (member.GetValue(value) is { } inner)
                    Visit($"{path}/{char.ToLowerInvariant(member.Name[0])}{member.Name[1..]}", value, inner, visit);
            }
        }
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
