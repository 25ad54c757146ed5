namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// The value of an argument as far as a statement depends on it: which conditions there are, and where their values come from. Scalars in
/// variables are bound anew by every request; everything else is part of what a compiled operation is kept under.
/// </summary>
public abstract record Input
{
    /// <summary>As in C#: dictionaries, lists and coerced scalars.</summary>
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

/// <summary>An input object, its members in the order in which they were written.</summary>
public sealed record ObjectInput(IReadOnlyList<KeyValuePair<string, Input>> Members) : Input;

/// <summary>A list.</summary>
/// <param name="Bind">Of a list of scalars in a variable: the list of each request; its items then stand for their kinds alone.</param>
public sealed record ListInput(IReadOnlyList<Input> Items, Func<ReadRequest, IEnumerable<object?>>? Bind) : Input;

/// <summary>A scalar, an enum value or null.</summary>
/// <param name="Known">
/// The value where it is part of the statement: null, a direction, yes or no. Of other scalars in variables it is that of the request
/// that was compiled, and says no more than that it is not null.
/// </param>
public sealed record ScalarInput(object? Known, Func<ReadRequest, object?> Bind) : Input
{
    public static readonly ScalarInput Null = new(null, _ => null);

    public bool IsNull => Known is null;
}

/// <summary>A variable without a value in the place of an operand.</summary>
public sealed record MissingInput(string Variable) : Input;

/// <summary>What a request brings to compiled statements.</summary>
/// <param name="Variables">Coerced.</param>
/// <param name="Offices">The codes of the offices of which the caller sees everything.</param>
/// <param name="Today">In Thailand.</param>
public sealed record ReadRequest(
    IReadOnlyDictionary<string, object?> Variables,
    string[] Offices,
    DateOnly Today,
    DateTimeOffset Now
);
