using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>Dates without a time.</summary>
internal sealed class LocalDateScalar : ScalarGraphType
{
    private const string Format = "yyyy-MM-dd";

    public LocalDateScalar()
    {
        Name = "LocalDate";
        Description = "A date in ISO 8601, Gregorian calendar: \"2022-10-01\".";
    }

    public override object? ParseLiteral(GraphQLValue value) =>
        value switch
        {
            GraphQLNullValue => null,
            GraphQLStringValue text => Parse(text.Value.ToString()) ?? ThrowLiteralConversionError(value),
            _ => ThrowLiteralConversionError(value),
        };

    public override object? ParseValue(object? value) =>
        value switch
        {
            null => null,
            DateOnly date => date,
            string text => Parse(text) ?? ThrowValueConversionError(value),
            _ => ThrowValueConversionError(value),
        };

    public override object? Serialize(object? value) =>
        value switch
        {
            null => null,
            DateOnly date => date.ToString(Format, CultureInfo.InvariantCulture),
            _ => ThrowSerializationError(value),
        };

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
}
