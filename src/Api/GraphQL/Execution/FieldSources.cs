using GraphQL;
using GraphQL.Resolvers;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// The source of a field's values. The operation compiler asks each field of the schema for it. The library, which only
/// parses, validates and introspects, never calls it.
/// </summary>
internal abstract class FieldSource : IFieldResolver
{
    /// <summary>Who may use the field; everybody by default.</summary>
    public AccessRule Access { get; init; } = AccessRule.Open;

    ValueTask<object?> IFieldResolver.ResolveAsync(IResolveFieldContext context) =>
        throw new InvalidOperationException($"{context.FieldDefinition.Name} is read by a compiled operation only.");
}

/// <summary>A field of a row, as declared by its model.</summary>
internal sealed class ModelSource(ModelField declared) : FieldSource
{
    public ModelField Field => declared;
}

/// <summary>A field of Query that lists the rows of a model.</summary>
internal sealed class ListSource(Model model) : FieldSource
{
    public Model Model => model;
}

/// <summary>A field of Query that finds one row.</summary>
internal sealed class LookupSource(Model model, RootLookup lookup) : FieldSource
{
    public Model Model => model;

    public RootLookup Lookup => lookup;
}

/// <summary><c>node</c> and <c>nodes</c>.</summary>
internal sealed class NodeSource(bool isMany) : FieldSource
{
    public bool IsMany => isMany;
}

/// <summary>A field of a connection, an edge, a PageInfo, an aggregate or a group, identified by its name.</summary>
internal sealed class ConnectionSource : FieldSource;

/// <summary>
/// A field that is read from a C# value. If its type is a model's, the value is the id (or ids) of rows.
/// </summary>
internal sealed class ValueSource(Func<object, FieldCall, object?> get) : FieldSource
{
    public Func<object, FieldCall, object?> Get => get;

    public static ValueSource Of<T>(Func<T, object?> get) => new((value, _) => get((T)value));
}

/// <summary>A computed field of Query or Mutation: a command, a summary, or the caller.</summary>
internal sealed class CallSource(Func<FieldCall, ValueTask<object?>> call) : FieldSource
{
    public Func<FieldCall, ValueTask<object?>> Call => call;
}

/// <summary>The context of a computed field.</summary>
/// <param name="Arguments">Coerced arguments with defaults; arguments without a value are missing.</param>
/// <param name="Variables">The coerced variables of the request.</param>
/// <param name="IsSelected">Whether a path of fields is selected below the field: ("budget", "quarters").</param>
internal sealed record FieldCall(
    IReadOnlyDictionary<string, object?> Arguments,
    IReadOnlyDictionary<string, object?> Variables,
    IServiceProvider Services,
    bool PrefersThai,
    Func<IReadOnlyList<string>, bool> IsSelected,
    CancellationToken Cancellation
)
{
    /// <summary>An argument's value, or the default of its C# type if the argument is missing.</summary>
    public T? Argument<T>(string name) => Arguments.GetValueOrDefault(name) is T value ? value : default;
}
