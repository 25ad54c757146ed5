using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Infrastructure.Importing.Json;

/// <summary>Validates a file by its schema, and converts the errors to messages for people.</summary>
internal static partial class SchemaFaults
{
    /// <summary>The errors, at most <see cref="PlanFileRefused.MostCounted"/>, one for each path.</summary>
    public static IReadOnlyList<PlanFault> Find(string text, JsonSchema schema, CancellationToken cancellationToken)
    {
        var validator = new Validator(cancellationToken);
        validator.Validate(text, schema);
        return
        [
            .. validator
                .Found.Select(error => new PlanFault(Pointer(error.Path), Message(error)))
                .DistinctBy(fault => fault.Path),
        ];
    }

    /// <summary>Converts "#/office.districts[0]" and "$.office.districts[0]" to "/office/districts/0".</summary>
    public static string Pointer(string? path) =>
        path is null
            ? ""
            : Index().Replace(path.TrimStart('#', '$', '/', '.'), ".$1").Replace('.', '/') switch
            {
                "" => "",
                var rest => "/" + rest.TrimStart('/'),
            };

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

    /// <summary>Validates one file, and ends when there are enough errors or the check is cancelled.</summary>
    private sealed class Validator(CancellationToken cancellationToken) : JsonSchemaValidator
    {
        private readonly HashSet<ValidationError> found = new(ReferenceEqualityComparer.Instance);

        /// <summary>The actual errors, without those that wrap them for references and choices.</summary>
        public IEnumerable<ValidationError> Found => found;

        protected override ICollection<ValidationError> Validate(
            JToken token,
            JsonSchema schema,
            SchemaType schemaType,
            string? propertyName,
            string propertyPath
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (found.Count >= PlanFileRefused.MostCounted)
                return [];
            var errors = base.Validate(token, schema, schemaType, propertyName, propertyPath);
            found.UnionWith(
                errors
                    .Where(error => error is not ChildSchemaValidationError && !found.Contains(error))
                    .Take(PlanFileRefused.MostCounted - found.Count)
                    .ToList()
            );
            return errors;
        }
    }
}
