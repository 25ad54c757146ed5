namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// The part of an argument that a statement depends on: its structure, and where its values come from. Scalars in
/// variables are bound by each request; everything else is part of the signature under which a compiled operation is
/// cached.
/// </summary>
public abstract record Input
{
    /// <summary>Makes an input from C# values: dictionaries, lists and coerced scalars.</summary>
    public static Input Of(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> members => new ObjectInput([
                .. members.Select(member => KeyValuePair.Create(member.Key, Of(member.Value))),
            ]),
            IEnumerable<object?> items => new ListInput([.. items.Select(Of)], null),
            null => ScalarInput.Null,
            _ => new ScalarInput(value, _ => value),
        };
}

/// <summary>An input object with its members in the order of the document.</summary>
public sealed record ObjectInput(IReadOnlyList<KeyValuePair<string, Input>> Members) : Input;

/// <summary>A list.</summary>
/// <param name="Bind">For a list of scalars in a variable: returns the list of a request. <c>Items</c> then only shows
/// which kinds of values there are.</param>
public sealed record ListInput(IReadOnlyList<Input> Items, Func<ReadRequest, IEnumerable<object?>>? Bind) : Input;

/// <summary>A scalar, an enum value or null.</summary>
/// <param name="Known"> The value, if it is part of the statement: null, a sort direction or a boolean. For other
/// scalars in variables it is the value of the request that was compiled; only the fact that it is not null may be
/// used. </param>
public sealed record ScalarInput(object? Known, Func<ReadRequest, object?> Bind) : Input
{
    public static readonly ScalarInput Null = new(null, _ => null);

    public bool IsNull => Known is null;
}

/// <summary>A variable without a value, used as an operand.</summary>
public sealed record MissingInput(string Variable) : Input;

/// <summary>The values of a request that are bound to compiled statements.</summary>
/// <param name="Variables">The coerced variables.</param>
/// <param name="Caller">The name of the caller.</param>
/// <param name="Offices">The codes of the offices of which the caller sees everything.</param>
/// <param name="Today">The current date in Thailand.</param>
public sealed record ReadRequest(
    IReadOnlyDictionary<string, object?> Variables,
    string Caller,
    string[] Offices,
    DateOnly Today,
    DateTimeOffset Now
);
