using GraphQL;
using GraphQL.Resolvers;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Api.GraphQL.Sources;

/// <summary>
/// The source of a field's values. The operation compiler asks each field of the schema for it. The library, which only
/// parses, validates and introspects, never calls it.
/// </summary>
internal abstract record FieldSource : IFieldResolver
{
    /// <summary>Who may use the field; everybody by default.</summary>
    public AccessRule Access { get; init; } = AccessRule.Open;

    ValueTask<object?> IFieldResolver.ResolveAsync(IResolveFieldContext context) =>
        throw new InvalidOperationException($"{context.FieldDefinition.Name} is read by a compiled operation only.");
}

/// <summary>A field of a row, as declared by its model.</summary>
internal sealed record ModelSource : FieldSource
{
    /// <summary>How the field is read from a value that represents the row; null if there is no such value.</summary>
    public ValueSource? OfValue { get; set; }
}

/// <summary>A field of Query that lists the rows of a model.</summary>
internal sealed record ListSource(Model Model) : FieldSource;

/// <summary>A field of Query that finds one row.</summary>
internal sealed record LookupSource(Model Model, RootLookup Lookup) : FieldSource;

/// <summary><c>node</c> and <c>nodes</c>.</summary>
/// <param name="Argument">The argument with the ids.</param>
internal sealed record NodeSource(string Argument) : FieldSource;

/// <summary>A field of a connection, an edge, a PageInfo, an aggregate or a group, identified by its name.</summary>
internal sealed record ConnectionSource : FieldSource;

/// <summary>
/// A field that is read from a C# value. If its type is a model's, the value is the id (or ids) of rows.
/// </summary>
internal sealed record ValueSource(Func<object, FieldCall, object?> Get) : FieldSource
{
    public static ValueSource Of<T>(Func<T, object?> get) => new((value, _) => get((T)value));
}

/// <summary>A computed field of Query or Mutation: a command, a summary, or the caller.</summary>
internal sealed record CallSource(Func<FieldCall, ValueTask<object?>> Call) : FieldSource
{
    /// <summary>The result of a handler.</summary>
    public static CallSource Of<T>(Func<FieldCall, IQuery<T>> query) =>
        new(async call => await call.Services.GetRequiredService<ISender>().Send(query(call), call.Cancellation));
}

/// <summary>The context of a computed field.</summary>
/// <param name="Arguments">Coerced arguments with defaults; arguments without a value are missing.</param>
/// <param name="Selected">The names of all fields that are selected below the field, on any level.</param>
internal abstract record FieldCall(
    IReadOnlyDictionary<string, object?> Arguments,
    IServiceProvider Services,
    bool PrefersThai,
    IReadOnlySet<string> Selected,
    CancellationToken Cancellation
)
{
    /// <summary>An argument's value, or the default of its C# type if the argument is missing.</summary>
    public T? Argument<T>(string name) => Arguments.GetValueOrDefault(name) is T value ? value : default;
}
