using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Domain.Careers;

/// <summary>What is known of a programme of awards.</summary>
/// <param name="Grantor">Who gives the awards.</param>
/// <param name="Criteria">How recipients are chosen; null if it is not known.</param>
/// <param name="ValidFrom">The first day on which people can be nominated; null if there is no first one.</param>
/// <param name="ValidTo">The last one; null if there is none yet.</param>
/// <param name="Source">The document that says so.</param>
public sealed record AwardProgrammeTerms(
    string Name,
    string Grantor,
    string? Criteria,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string Source
);

/// <summary>
/// A programme of awards (รางวัล) that people are nominated for, in the catalogue of an office or of the ministry. Its code is
/// unique within its owner, in whatever case.
/// </summary>
public sealed class AwardProgramme : Entity
{
    private AwardProgramme() { }

    public AwardProgramme(Guid? officeId, string code) => (OfficeId, Code) = (officeId, code);

    /// <summary>Null for a programme of the ministry.</summary>
    public Guid? OfficeId { get; private init; }

    public Office? Office { get; private init; }

    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string Grantor { get; private set; } = "";

    public string? Criteria { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public string Source { get; private set; } = "";

    /// <summary>Increases with each change, from 1; 0 if nothing has been saved.</summary>
    public int Version { get; private set; }

    /// <summary>Replaces everything but the owner and the code. The error, if it is refused.</summary>
    public DomainError? Save(AwardProgrammeTerms terms)
    {
        if (terms.ValidTo < terms.ValidFrom)
            return AwardErrors.EndsBeforeItBegins;
        (Name, Grantor, Criteria) = (terms.Name, terms.Grantor, terms.Criteria);
        (ValidFrom, ValidTo, Source) = (terms.ValidFrom, terms.ValidTo, terms.Source);
        Version++;
        return null;
    }

    public bool IsUsedOn(DateOnly day) => !(day < ValidFrom) && !(ValidTo < day);
}
