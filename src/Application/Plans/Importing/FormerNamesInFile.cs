using System.Reflection;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>
/// Replaces former names in all texts of a plan file, whatever they are: it changes the file itself, because its
/// sources belong to its objects.
/// </summary>
internal static class FormerNamesInFile
{
    public static void Replace(PlanFile file, FormerNames names)
    {
        names.Keep([
            .. file.Office.Staff.Select(member => member.Name),
            .. file.DevelopmentPlan.Projects.SelectMany(project => project.Owners).Select(owner => owner.Name),
        ]);
        foreach (var part in PlanFileParts.Of(file))
            Replace(part, names);
        if (file.Reading is { } reading)
        {
            foreach (var part in PlanFileParts.Of(reading))
                Replace(part, names);
        }

        file.Sources.Rewrite(names.Replace);
    }

    private static void Replace(object part, FormerNames names)
    {
        foreach (var member in PlanFileParts.MembersOf(part.GetType()))
            Replace(part, member, names);
    }

    private static void Replace(object part, PropertyInfo member, FormerNames names)
    {
        switch (member.GetValue(part))
        {
            case string text when names.Replace(text) is var replaced && replaced != text:
                member.SetValue(part, replaced);
                break;
            case IEnumerable<string> texts:
                string[] list = [.. texts.Select(names.Replace)];
                if (!list.SequenceEqual(texts))
                    member.SetValue(part, list);
                break;
        }
    }
}
