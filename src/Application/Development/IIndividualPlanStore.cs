using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Application.Development;

/// <summary>The plans of single people as a command changes them in its transaction, one person's by one command at a time.</summary>
public interface IIndividualPlanStore
{
    /// <summary>The person with the plan for a year, a new one if there is none; null if there is no such person.</summary>
    Task<OpenedIndividualPlan?> OpenAsync(Guid personId, int fiscalYear, CancellationToken cancellationToken);

    /// <summary>The plan with the person; null if there is no such plan.</summary>
    Task<OpenedIndividualPlan?> OpenAsync(Guid planId, CancellationToken cancellationToken);

    Task<Catalogues> CataloguesAsync(CancellationToken cancellationToken);

    /// <summary>Those of the projects that everybody sees in the office's plan of a year.</summary>
    Task<IReadOnlySet<Guid>> ProjectsAsync(
        Guid officeId,
        int fiscalYear,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    );

    void Add(IndividualDevelopmentPlan plan);
}

/// <summary>All entries of the catalogues, by their codes.</summary>
public sealed record Catalogues(
    IReadOnlyDictionary<string, DevelopmentTopic> Topics,
    IReadOnlyDictionary<string, Competency> Competencies,
    IReadOnlyDictionary<string, DevelopmentMethod> Methods
);

/// <summary>A plan that a command works on, with what follows from the registry today.</summary>
/// <param name="Place">Where the person works.</param>
/// <param name="OfficeCode">The code of the office that the plan belongs to; of a new one, of the person's.</param>
/// <param name="Supervisors">Whom the person's appointments of today name.</param>
/// <param name="Directors">Who directs the schools of these appointments.</param>
public sealed record OpenedIndividualPlan(
    IndividualDevelopmentPlan Plan,
    Workplace Place,
    string OfficeCode,
    IReadOnlySet<Guid> Supervisors,
    IReadOnlySet<Guid> Directors
)
{
    /// <summary>Whether a person reads the plan as the owner, a supervisor or a director.</summary>
    public bool IsSeenBy(Guid person) =>
        person == Plan.PersonId || Supervisors.Contains(person) || Directors.Contains(person);

    /// <summary>Whether a person approves the plan: a supervisor, or a director if there is none; never oneself.</summary>
    public bool IsApprovedBy(Guid person) =>
        person != Plan.PersonId && (Supervisors.Count > 0 ? Supervisors : Directors).Contains(person);
}
