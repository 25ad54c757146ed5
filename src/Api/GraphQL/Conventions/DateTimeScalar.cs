using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>Timestamps, exact to the microsecond.</summary>
internal sealed partial class DateTimeScalar()
    : TextScalar<DateTimeOffset>(
        "DateTime",
        "A timestamp in RFC 3339, returned in UTC with microseconds: \"2022-10-01T08:30:00.000001Z\". Inputs may have any offset.",
        "https://www.rfc-editor.org/rfc/rfc3339"
    )
{
    protected override DateTimeOffset? Read(string text) =>
        Shape().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
        && !BuddhistYears.Has(moment.Year)
            ? moment
            : null;

    protected override string Write(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{4}(-[0-9]{2}){2}[Tt]([0-9]{2}:){2}[0-9]{2}(\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})$")]
    private static partial Regex Shape();
}
