using TeacherDevPlan.Infrastructure.Reads.Answers;
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

    /// <summary>A number that is given in an argument.</summary>
    internal int? Number(string argument) => (Argument(argument) as ScalarInput)?.Known as int?;

    public FieldShape NewShape() => new(Key, IsNonNull, Position);

    /// <summary>An object of a type, with the selected fields.</summary>
    /// <param name="compile">Makes the shape of a field, which is written into the given one.</param>
    internal Shape Object(string type, Func<FieldSelection, FieldShape, Shape> compile) =>
        Shapes.Object([
            .. Below(type)
                .Select(selected =>
                {
                    var field = selected.NewShape();
                    field.Shape = selected.Name == "__typename" ? Shapes.Constant(type) : compile(selected, field);
                    return field;
                }),
        ]);

    /// <summary>A nested value of the field, so that the path of an error in it contains the field.</summary>
    internal Shape Step(Shape value) => Shapes.Step(Key, value);
}
