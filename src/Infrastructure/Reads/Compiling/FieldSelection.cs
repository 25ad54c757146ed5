using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>A selected field of an operation, after fragments and directives have been resolved.</summary>
/// <param name="Key">The field's name in the response: its alias, if it has one.</param>
/// <param name="Name">The field's name in the schema.</param>
public sealed record FieldSelection(string Key, string Name)
{
    public bool IsNonNull { get; init; }

    /// <summary>The field's type in schema notation: <c>[Project!]!</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The given arguments, and the defaults of the others.</summary>
    public IReadOnlyDictionary<string, Input> Arguments { get; init; } = new Dictionary<string, Input>();

    /// <summary>The selected subfields for an object of the type with this name.</summary>
    public Func<string, IReadOnlyList<FieldSelection>> Below { get; init; } = _ => [];

    /// <summary>The offset of the field in the document, in characters from 0.</summary>
    public int Position { get; init; }

    /// <summary>An argument; null if it is missing or null.</summary>
    public Input? Argument(string name) =>
        Arguments.GetValueOrDefault(name) is { } given and not (MissingInput or ScalarInput { IsNull: true })
            ? given
            : null;

    public Answers.FieldShape NewShape() => new(Key, IsNonNull, Position);
}
