using GraphQL.Types;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>A scalar that is serialised as a string.</summary>
internal abstract class TextScalar<T> : ScalarGraphType
    where T : struct
{
    /// <param name="specification">The URL of what specifies the text.</param>
    protected TextScalar(string name, string description, string specification)
    {
        (Name, Description) = (name, description);
        this.Specify(specification);
    }

    public override object? ParseLiteral(GraphQLValue value) =>
        value switch
        {
            GraphQLNullValue => null,
            GraphQLStringValue text => Read(text.Value.ToString()) ?? ThrowLiteralConversionError(value),
            _ => ThrowLiteralConversionError(value),
        };

    public override object? ParseValue(object? value) =>
        value switch
        {
            null => null,
            T known => known,
            string text => Read(text) ?? ThrowValueConversionError(value),
            _ => ThrowValueConversionError(value),
        };

    public override object? Serialize(object? value) =>
        value switch
        {
            null => null,
            T known => Write(known),
            _ => ThrowSerializationError(value),
        };

    /// <summary>Returns null if the text is not a valid value.</summary>
    protected abstract T? Read(string text);

    protected abstract string Write(T value);
}
