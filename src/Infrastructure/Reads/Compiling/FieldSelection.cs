using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>A field that is selected in an operation, with fragments and directives worked out.</summary>
/// <param name="Key">Its name in the answer.</param>
/// <param name="Name">Its name in the schema.</param>
public sealed record FieldSelection(string Key, string Name)
{
    public bool IsNonNull { get; init; }

    /// <summary>The field's type as it is written in the schema.</summary>
    public string Type { get; init; } = "";

    /// <summary>Those that were given, and defaults.</summary>
    public IReadOnlyDictionary<string, Input> Arguments { get; init; } = new Dictionary<string, Input>();

    /// <summary>What is selected of an object of a type, by the type's name.</summary>
    public Func<string, IReadOnlyList<FieldSelection>> Below { get; init; } = _ => [];

    /// <summary>Where it stands in the document, from 0.</summary>
    public int Position { get; init; }

    /// <summary>An argument; null where it is not given or null.</summary>
    public Input? Argument(string name) =>
        Arguments.GetValueOrDefault(name) is { } given and not (MissingInput or ScalarInput { IsNull: true })
            ? given
            : null;

    public Answers.FieldShape NewShape() => new(Key, IsNonNull, Position);
}
