using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>Exact decimal numbers; a JSON number out, a number or a string in.</summary>
internal sealed class DecimalScalar : ScalarGraphType
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public DecimalScalar()
    {
        Name = "Decimal";
        Description =
            "An exact decimal number. Money is in baht with two decimals: 5000.00. Written as a JSON number; read from a "
            + "number or a string such as \"5000.00\".";
    }

    public override object? ParseLiteral(GraphQLValue value) =>
        value switch
        {
            GraphQLNullValue => null,
            GraphQLIntValue number => Parse(number.Value.ToString()) ?? ThrowLiteralConversionError(value),
            GraphQLFloatValue number => Parse(number.Value.ToString()) ?? ThrowLiteralConversionError(value),
            GraphQLStringValue text => Parse(text.Value.ToString()) ?? ThrowLiteralConversionError(value),
            _ => ThrowLiteralConversionError(value),
        };

    public override object? ParseValue(object? value) =>
        value switch
        {
            null => null,
            decimal number => number,
            string text => Parse(text) ?? ThrowValueConversionError(value),
            int or long or System.Numerics.BigInteger => Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!)
                ?? ThrowValueConversionError(value),
            double number => Parse(number.ToString("R", CultureInfo.InvariantCulture))
                ?? ThrowValueConversionError(value),
            _ => ThrowValueConversionError(value),
        };

    public override object? Serialize(object? value) =>
        value is null or decimal ? value : ThrowSerializationError(value);

    /// <summary>The number exactly, or null where a decimal cannot hold it.</summary>
    private static decimal? Parse(string text)
    {
        var style = text.Contains('e', StringComparison.OrdinalIgnoreCase) ? Style | NumberStyles.AllowExponent : Style;
        return decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
