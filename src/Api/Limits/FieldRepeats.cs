using GraphQLParser;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// Counts how often one name is selected in one place of the answer. Whether such fields can be merged is found by comparing
/// each with each, and everything below them, so many of them take long to validate however few fields there are in all.
/// </summary>
internal sealed class FieldRepeats(DocumentExtent extent)
{
    /// <summary>The name that is selected most often in one place, and how often. The document must not be cyclic.</summary>
    public (string Name, int Times) Most()
    {
        var most = (Name: "", Times: 0);
        foreach (var root in extent.Roots)
            Visit([root], ref most);
        return most;
    }

    private void Visit(IEnumerable<GraphQLSelectionSet> merged, ref (string Name, int Times) most)
    {
        var fields = new Dictionary<ROM, List<GraphQLField>>();
        var spread = new HashSet<ROM>();
        foreach (var selections in merged)
            Collect(selections, fields, spread);
        foreach (var (name, same) in fields)
        {
            if (same.Count > most.Times)
                most = ((string)name, same.Count);
            if (same.Exists(field => field.SelectionSet is not null))
                Visit(same.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>(), ref most);
        }
    }

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
