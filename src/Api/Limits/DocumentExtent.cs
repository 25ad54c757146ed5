using System.Runtime.CompilerServices;
using GraphQLParser;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// Measures the operations of a document with fragments expanded. Each fragment is measured only once, so a fragment
/// bomb costs no more than its text. A fragment that contains itself is noted and not followed.
/// </summary>
internal sealed class DocumentExtent
{
    private readonly Dictionary<ROM, GraphQLFragmentDefinition> fragments = [];
    private readonly Dictionary<GraphQLFragmentDefinition, Extent> measured = [];
    private readonly HashSet<GraphQLFragmentDefinition> open = [];
    private readonly List<GraphQLSelectionSet> roots = [];

    public DocumentExtent(GraphQLDocument document)
    {
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
        {
            FragmentDefinitions++;
            fragments.TryAdd(fragment.FragmentName.Name.Value, fragment);
        }

        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            var extent = Of(operation.SelectionSet);
            Add(operation, extent with { Directives = extent.Directives + (operation.Directives?.Count ?? 0) });
            MostRootFields = Math.Max(MostRootFields, extent.TopFields);
            MostVariables = Math.Max(MostVariables, operation.Variables?.Count ?? 0);
        }

        // Unused fragments are validated as well, before they are refused.
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
        {
            if (!measured.ContainsKey(fragment))
                Add(fragment, Of(fragment));
        }

        void Add(GraphQLExecutableDefinition definition, Extent extent)
        {
            roots.Add(definition.SelectionSet);
            Total += extent;
        }
    }

    public int FragmentDefinitions { get; }

    /// <summary>The total of all operations and unused fragments.</summary>
    public IReadOnlyList<GraphQLSelectionSet> Roots => roots;

    /// <summary>The total of all root selection sets.</summary>
    public Extent Total { get; private set; }

    public long MostRootFields { get; }

    public int MostVariables { get; }

    /// <summary>Whether a fragment contains itself.</summary>
    public bool IsCyclic { get; private set; }

    /// <summary>Whether fragments are nested too deeply to be followed.</summary>
    public bool IsBottomless { get; private set; }

    public GraphQLFragmentDefinition? Fragment(GraphQLFragmentSpread spread) =>
        fragments.GetValueOrDefault(spread.FragmentName.Name.Value);

    private Extent Of(GraphQLSelectionSet? selections)
    {
        var sum = default(Extent);
        if (selections is null)
            return sum;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            IsBottomless = true;
            return sum;
        }

        foreach (var selection in selections.Selections)
        {
            sum += selection switch
            {
                GraphQLField field => Of(field.SelectionSet)
                    .UnderField(field.Alias is not null, field.Directives?.Count ?? 0),
                GraphQLInlineFragment inline => Of(inline.SelectionSet).InFragment(inline.Directives?.Count ?? 0),
                GraphQLFragmentSpread spread => (Fragment(spread) is { } fragment ? Of(fragment) : default).InFragment(
                    spread.Directives?.Count ?? 0
                ),
                _ => default,
            };
        }

        return sum;
    }

    private Extent Of(GraphQLFragmentDefinition fragment)
    {
        if (measured.TryGetValue(fragment, out var known))
            return known;
        if (!open.Add(fragment))
        {
            IsCyclic = true;
            return default;
        }

        var own = fragment.Directives?.Count ?? 0;
        var extent = Of(fragment.SelectionSet);
        extent = extent with { Directives = extent.Directives + own };
        open.Remove(fragment);
        measured[fragment] = extent;
        return extent;
    }
}
