using System.Text.RegularExpressions;
using NJsonSchema.Validation;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing;

/// <summary>Converts the schema validator's errors to messages for people.</summary>
internal static partial class SchemaFaults
{
    public static IReadOnlyList<PlanFault> Of(IEnumerable<ValidationError> errors) =>
        [
            .. errors
                .SelectMany(Leaves)
                .Select(error => new PlanFault(Pointer(error.Path), Message(error)))
                .DistinctBy(fault => fault.Path),
        ];

    /// <summary>Converts "#/office.districts[0]" and "$.office.districts[0]" to "/office/districts/0".</summary>
    public static string Pointer(string? path) =>
        path is null
            ? ""
            : Index().Replace(path.TrimStart('#', '$', '/', '.'), ".$1").Replace('.', '/') switch
            {
                "" => "",
                var rest => "/" + rest.TrimStart('/'),
            };

    /// <summary>The errors to report. References and choices wrap the actual errors.</summary>
    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError child
            ? child.Errors.Values.SelectMany(inner => inner).SelectMany(Leaves)
            : [error];

    private static string Message(ValidationError error)
    {
        var schema = error.Schema.ActualSchema;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => "is missing.",
            ValidationErrorKind.NoAdditionalPropertiesAllowed => "is not allowed here.",
            ValidationErrorKind.NotInEnumeration => $"is none of {string.Join(", ", schema.Enumeration)}.",
            ValidationErrorKind.PatternMismatch when schema.Pattern!.Contains(@"\u0000", StringComparison.Ordinal) =>
                "is blank or has a NUL character.",
            ValidationErrorKind.PatternMismatch => $"does not have the form {schema.Pattern}.",
            ValidationErrorKind.NumberTooSmall => $"is below {schema.Minimum}.",
            ValidationErrorKind.NumberTooBig => $"is above {schema.Maximum}.",
            ValidationErrorKind.StringTooShort => "is empty.",
            ValidationErrorKind.StringTooLong => $"is longer than {schema.MaxLength} characters.",
            ValidationErrorKind.TooManyItems => $"has more than {schema.MaxItems} items.",
            ValidationErrorKind.TooFewItems => $"has fewer than {schema.MinItems} items.",
            ValidationErrorKind.ObjectExpected => "is not an object.",
            ValidationErrorKind.ArrayExpected => "is not a list.",
            ValidationErrorKind.StringExpected => "is not a string.",
            ValidationErrorKind.NumberExpected => "is not a number.",
            ValidationErrorKind.IntegerExpected => "is not a whole number.",
            ValidationErrorKind.BooleanExpected => "is neither true nor false.",
            _ => $"violates the schema ({EnumText.ToScreamingSnake(error.Kind.ToString())}).",
        };
    }

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Index();
}
