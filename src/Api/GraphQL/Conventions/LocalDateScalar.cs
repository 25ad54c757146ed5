using System.Globalization;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>Dates without a time.</summary>
internal sealed class LocalDateScalar()
    : TextScalar<DateOnly>(
        "LocalDate",
        "A date in ISO 8601, Gregorian calendar: \"2022-10-01\".",
        "https://www.rfc-editor.org/rfc/rfc3339#section-5.6"
    )
{
    private const string Format = "yyyy-MM-dd";

    protected override DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && !BuddhistYears.Has(date.Year)
            ? date
            : null;

    protected override string Write(DateOnly value) => value.ToString(Format, CultureInfo.InvariantCulture);
}
