using System.Collections;
using System.Reflection;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>
/// Replaces former names in all texts of a plan file, whatever they are: it changes the file itself, because its
/// sources belong to its objects.
/// </summary>
internal sealed class FormerNamesInFile(FormerNames names)
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;

    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);

    public static void Replace(PlanFile file, FormerNames names)
    {
        names.Keep([
            .. file.Office.Staff.Select(member => member.Name),
            .. file.DevelopmentPlan.Projects.SelectMany(project => project.Owners).Select(owner => owner.Name),
        ]);
        new FormerNamesInFile(names).Visit(file);
        file.Sources.Rewrite(names.Replace);
    }

    private void Visit(object part)
    {
        if (!IsPart(part.GetType()) || !seen.Add(part))
            return;
        foreach (var property in part.GetType().GetProperties(Public).Where(property => property.CanWrite))
        {
            var value = property.GetValue(part);
            if (value is string text)
                Set(part, property, text, names.Replace(text));
            else if (value is IEnumerable<string> texts)
                Set(part, property, texts, [.. texts.Select(names.Replace)]);
            else if (value is IEnumerable list)
                list.Cast<object>().ToList().ForEach(Visit);
            else if (value is not null)
                Visit(value);
        }
    }

    private static void Set(object part, PropertyInfo property, string text, string replaced)
    {
        if (replaced != text)
            property.SetValue(part, replaced);
    }

    private static void Set(object part, PropertyInfo property, IEnumerable<string> texts, string[] replaced)
    {
        if (!replaced.SequenceEqual(texts))
            property.SetValue(part, replaced);
    }

    private static bool IsPart(Type type) =>
        type.IsClass && type.Namespace?.StartsWith(nameof(TeacherDevPlan), StringComparison.Ordinal) == true;
}
