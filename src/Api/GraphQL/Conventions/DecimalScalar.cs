using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Api.Requests;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>Exact decimal numbers: JSON numbers in responses, numbers or strings in inputs.</summary>
internal sealed class DecimalScalar : ScalarGraphType
{
    public DecimalScalar()
    {
        Name = "Decimal";
        Description =
            "An exact decimal number. Money is in baht with two decimals: 5000.00. Responses contain a JSON number; inputs can be a "
            + "number or a string such as \"5000.00\".";
    }

    public override object? ParseLiteral(GraphQLValue value) =>
        value switch
        {
            GraphQLNullValue => null,
            GraphQLIntValue or GraphQLFloatValue or GraphQLStringValue => ExactDecimal.Parse(
                ((IHasValueNode)value).Value.ToString()
            ) ?? ThrowLiteralConversionError(value),
            _ => ThrowLiteralConversionError(value),
        };

    public override object? ParseValue(object? value) =>
        value switch
        {
            null => null,
            decimal number => number,
            string text => ExactDecimal.Parse(text) ?? ThrowValueConversionError(value),
            int or long => ExactDecimal.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!)
                ?? ThrowValueConversionError(value),
            _ => ThrowValueConversionError(value),
        };

    public override object? Serialize(object? value) =>
        value is null or decimal ? value : ThrowSerializationError(value);
}
