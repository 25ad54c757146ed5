using GraphQLParser;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// Counts how often the same response name is selected in one place. Validation compares all such fields in pairs,
/// including everything below them, so many of them are slow to validate even in a small document.
/// </summary>
internal sealed class FieldRepeats(DocumentExtent extent, string text)
{
    /// <summary>The response name that is selected most often in one place.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How often that name is selected.</summary>
    public int Times { get; private set; }

    /// <summary>
    /// The number of pairs of fields with the same response name in one place that are written differently. Unless they
    /// belong to different types, each is a validation error.
    /// </summary>
    public long Differences { get; private set; }

    /// <summary>Counts in a document without fragment cycles.</summary>
    public void Count()
    {
        foreach (var root in extent.Roots)
            Visit([root]);
    }

    private void Visit(IEnumerable<GraphQLSelectionSet> merged)
    {
        var fields = new Dictionary<ROM, List<GraphQLField>>();
        var spread = new HashSet<ROM>();
        foreach (var selections in merged)
            Collect(selections, fields, spread);
        foreach (var (name, same) in fields)
        {
            if (same.Count == 1)
            {
                if (same[0].SelectionSet is { } only)
                    Visit([only]);
                continue;
            }

            if (same.Count > Times)
                (Name, Times) = ((string)name, same.Count);
            Differences += Pairs(same.Count) - same.CountBy(Written).Sum(alike => Pairs(alike.Value));
            if (same.Exists(field => field.SelectionSet is not null))
                Visit(same.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>());
        }
    }

    private static long Pairs(long count) => count * (count - 1) / 2;

    /// <summary>The field's name and arguments as written.</summary>
    private (ROM Name, ROM Arguments) Written(GraphQLField field) =>
        field.Arguments is { } arguments
            ? (field.Name.Value, text.AsMemory(arguments.Location.Start..arguments.Location.End))
            : (field.Name.Value, default);

    private void Collect(
        GraphQLSelectionSet selections,
        Dictionary<ROM, List<GraphQLField>> fields,
        HashSet<ROM> spread
    )
    {
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case GraphQLField field:
                    var name = (field.Alias?.Name ?? field.Name).Value;
                    if (!fields.TryGetValue(name, out var same))
                        fields.Add(name, same = []);
                    same.Add(field);
                    break;
                case GraphQLInlineFragment inline:
                    Collect(inline.SelectionSet, fields, spread);
                    break;
                case GraphQLFragmentSpread use
                    when spread.Add(use.FragmentName.Name.Value) && extent.Fragment(use) is { } fragment:
                    Collect(fragment.SelectionSet, fields, spread);
                    break;
            }
        }
    }
}
