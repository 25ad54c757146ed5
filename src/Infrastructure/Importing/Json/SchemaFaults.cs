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

    public static LocalText Missing { get; } = new("is missing.", "ไม่ได้ระบุ");

    public static LocalText NotOfForm(string? form) =>
        new($"does not have the form {form}.", $"ไม่เป็นไปตามรูปแบบ {form}");

    private static LocalText Message(ValidationError error)
    {
        var schema = error.Schema.ActualSchema;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => Missing,
            ValidationErrorKind.NoAdditionalPropertiesAllowed => new("is not allowed here.", "ไม่มีช่องนี้ในไฟล์แผน"),
            ValidationErrorKind.NotInEnumeration => OneOf(string.Join(", ", schema.Enumeration)),
            ValidationErrorKind.PatternMismatch when schema.Pattern!.Contains(@"\u0000", StringComparison.Ordinal) =>
                new("is blank or has a NUL character.", "เป็นช่องว่าง หรือมีอักขระ NUL"),
            ValidationErrorKind.PatternMismatch => NotOfForm(schema.Pattern),
            ValidationErrorKind.NumberTooSmall => new($"is below {schema.Minimum}.", $"น้อยกว่า {schema.Minimum}"),
            ValidationErrorKind.NumberTooBig => new($"is above {schema.Maximum}.", $"มากกว่า {schema.Maximum}"),
            ValidationErrorKind.StringTooShort => new("is empty.", "เว้นว่างไว้"),
            ValidationErrorKind.StringTooLong => new(
                $"is longer than {schema.MaxLength} characters.",
                $"ยาวเกิน {schema.MaxLength} อักขระ"
            ),
            ValidationErrorKind.TooManyItems => new(
                $"has more than {schema.MaxItems} items.",
                $"มีเกิน {schema.MaxItems} รายการ"
            ),
            ValidationErrorKind.TooFewItems => new(
                $"has fewer than {schema.MinItems} items.",
                $"มีไม่ถึง {schema.MinItems} รายการ"
            ),
            ValidationErrorKind.ObjectExpected => new("is not an object.", "ต้องเป็นชุดข้อมูล {…}"),
            ValidationErrorKind.ArrayExpected => new("is not a list.", "ต้องเป็นรายการ […]"),
            ValidationErrorKind.StringExpected => new("is not a string.", "ต้องเป็นข้อความ"),
            ValidationErrorKind.NumberExpected => new("is not a number.", "ต้องเป็นตัวเลข"),
            ValidationErrorKind.IntegerExpected => new("is not a whole number.", "ต้องเป็นจำนวนเต็ม"),
            ValidationErrorKind.BooleanExpected => new("is neither true nor false.", "ต้องเป็น true หรือ false"),
            _ => Violated(EnumText.ToScreamingSnake(error.Kind.ToString())),
        };
    }

    private static LocalText OneOf(string values) => new($"is none of {values}.", $"ต้องเป็นค่าใดค่าหนึ่งใน {values}");

    private static LocalText Violated(string rule) =>
        new($"violates the schema ({rule}).", $"ไม่เป็นไปตามรูปแบบของไฟล์แผน ({rule})");

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
