using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Sources;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// An output type for values that are not rows, such as the result of a command or a summary; each field is declared in
/// one line. Types of rows are derived from their models.
/// </summary>
internal abstract class ObjectType<T> : ObjectGraphType<T>
{
    protected ObjectType(string name, string description) => (Name, Description) = (name, description);

    /// <summary>
    /// A field with a value of the object. A text in two languages is returned in the language of the request. For a
    /// field whose type is a model's, the value is the row's id.
    /// </summary>
    protected void Value(string name, string type, Func<T, object?> get, string description) =>
        AddField(TypeNames.Field(name, type, description, ValueSource.Of(get)));

    /// <summary>A field whose value depends on the object and on the field's arguments.</summary>
    protected void Value(
        string name,
        string type,
        Func<T, FieldCall, object?> get,
        string description,
        params QueryArgument[] arguments
    ) =>
        AddField(
            TypeNames.Field(name, type, description, new ValueSource((value, call) => get((T)value, call)), arguments)
        );
}
