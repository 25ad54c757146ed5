using GraphQLParser;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// Counts how often one name is selected in one place of the answer. Whether such fields can be merged is found by comparing
/// each with each, and everything below them, so many of them take long to validate however few fields there are in all.
/// </summary>
internal sealed class FieldRepeats(DocumentExtent extent, string text)
{
    /// <summary>The name that is selected most often in one place.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How often that is.</summary>
    public int Times { get; private set; }

    /// <summary>
    /// Pairs of fields that share a name and a place, but are not written alike. Unless they are of different types, each is an
    /// error of its own.
    /// </summary>
    public long Differences { get; private set; }

    /// <summary>Counts in a document that is not cyclic.</summary>
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

    /// <summary>The field's own name and its arguments, as they are written.</summary>
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
