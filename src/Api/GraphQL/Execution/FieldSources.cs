using GraphQL;
using GraphQL.Resolvers;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Where the values of a field come from. The operation compiler asks each field of the schema for it; the library, which only parses,
/// validates and introspects, never calls it.
/// </summary>
internal abstract class FieldSource : IFieldResolver
{
    /// <summary>Who may use the field; open unless it says otherwise.</summary>
    public AccessRule Access { get; init; } = AccessRule.Open;

    ValueTask<object?> IFieldResolver.ResolveAsync(IResolveFieldContext context) =>
        throw new InvalidOperationException($"{context.FieldDefinition.Name} is read by a compiled operation only.");
}

/// <summary>A field of a row, as its model declares it.</summary>
internal sealed class ModelSource(ModelField declared) : FieldSource
{
    public ModelField Field => declared;
}

/// <summary>A field of Query that lists the rows of a model.</summary>
internal sealed class ListSource(Model model) : FieldSource
{
    public Model Model => model;
}

/// <summary>A field of Query that finds one row by members that equal its arguments.</summary>
internal sealed class LookupSource(Model model, IReadOnlyList<LookupKey> keys) : FieldSource
{
    public Model Model => model;

    public IReadOnlyList<LookupKey> Keys => keys;
}

/// <summary><c>node</c> and <c>nodes</c>.</summary>
internal sealed class NodeSource(bool isMany) : FieldSource
{
    public bool IsMany => isMany;
}

/// <summary>A field of a connection, an edge, a PageInfo, an aggregate or a group; its name says which.</summary>
internal sealed class ConnectionSource : FieldSource;

/// <summary>A field that is read off a C# value. Of a field whose type is a model's, the value is the row's id (or ids).</summary>
internal sealed class ValueSource(Func<object, FieldCall, object?> get) : FieldSource
{
    public Func<object, FieldCall, object?> Get => get;

    public static ValueSource Of<T>(Func<T, object?> get) => new((value, _) => get((T)value));
}

/// <summary>A field of Query or Mutation that is computed: a command, a summary, who is asking.</summary>
internal sealed class CallSource(Func<FieldCall, ValueTask<object?>> call) : FieldSource
{
    public Func<FieldCall, ValueTask<object?>> Call => call;
}

/// <summary>What a computed field is told.</summary>
/// <param name="Arguments">Coerced, with defaults; what is left out is missing.</param>
/// <param name="Variables">Of the request, coerced.</param>
/// <param name="IsSelected">Whether a path of fields is selected below it: ("budget", "quarters").</param>
internal sealed record FieldCall(
    IReadOnlyDictionary<string, object?> Arguments,
    IReadOnlyDictionary<string, object?> Variables,
    IServiceProvider Services,
    bool PrefersThai,
    Func<IReadOnlyList<string>, bool> IsSelected,
    CancellationToken Cancellation
)
{
    /// <summary>An argument's value; the type's default where it was left out.</summary>
    public T? Argument<T>(string name) => Arguments.GetValueOrDefault(name) is T value ? value : default;
}
