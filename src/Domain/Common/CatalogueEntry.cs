namespace TeacherDevPlan.Domain.Common;

/// <summary>An entry of a catalogue of the ministry, with the days on which it is in use and the rule behind it.</summary>
public abstract class CatalogueEntry : Entity
{
    private protected CatalogueEntry() { }

    /// <summary>Stable: "CLASSROOM_RESEARCH".</summary>
    public string Code { get; private init; } = "";

    /// <summary>In Thai.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Null if it is as old as any plan.</summary>
    public DateOnly? ValidFrom { get; private init; }

    /// <summary>The last day; null if it is still in use.</summary>
    public DateOnly? ValidTo { get; private init; }

    /// <summary>The document that defines it.</summary>
    public string Source { get; private init; } = "";

    /// <summary>Whether it is in use on some day of the year.</summary>
    public bool IsUsedIn(FiscalYear year) => !(year.EndsOn < ValidFrom) && !(ValidTo < year.StartsOn);

    /// <summary>The error for a code that no entry has.</summary>
    /// <param name="field">The field that has the code.</param>
    /// <param name="codes">The codes that there are.</param>
    public static RequestInvalid Unknown(string field, IEnumerable<string> codes)
    {
        var known = string.Join(", ", codes.Order(StringComparer.Ordinal));
        return new RequestInvalid(field, new LocalText($"must be one of {known}.", $"ต้องเป็น {known}"));
    }
}
