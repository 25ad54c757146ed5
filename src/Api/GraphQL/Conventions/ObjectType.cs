using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Execution;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// An output type over values that are no rows, such as what a command or a summary gives: each field in a line, as in the schema.
/// Types of rows are derived from their models.
/// </summary>
internal abstract class ObjectType<T> : ObjectGraphType<T>
{
    protected ObjectType(string name, string description) => (Name, Description) = (name, description);

    /// <summary>
    /// A field that is read off the value. A text in two languages is told in the request's; of a field whose type is a model's, the
    /// value is the row's id.
    /// </summary>
    protected void Value(string name, string type, Func<T, object?> get, string description) =>
        AddField(TypeNames.Field(name, type, description, ValueSource.Of(get)));

    /// <summary>A field that is read off the value by its arguments.</summary>
    protected void Value(
        string name,
        string type,
        Func<T, FieldCall, object?> get,
        string description,
        params QueryArgument[] arguments
    ) =>
        AddField(
            TypeNames.Field(name, type, description, new ValueSource((value, call) => get((T)value, call)))
        ).Arguments = new QueryArguments(arguments);
}
