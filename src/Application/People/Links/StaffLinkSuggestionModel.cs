using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Links;

/// <summary>A person whom a printed name may be of, as a row of its own.</summary>
public sealed class StaffLinkSuggestion
{
    private StaffLinkSuggestion() { }

    public Guid StaffMemberId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>The office that keeps the person's record.</summary>
    public Guid OfficeId { get; private set; }

    /// <summary>The person's present name.</summary>
    public string Name { get; private set; } = "";

    public bool FormerName { get; private set; }
}

/// <summary>Seen by whoever sees the person.</summary>
public sealed class StaffLinkSuggestionModel : Model<StaffLinkSuggestion>
{
    public StaffLinkSuggestionModel()
        : base("A person of the office who has the printed name, or had it.")
    {
        SeenBy(OwnPeople(suggestion => suggestion.OfficeId));
        FoundAbout(suggestion => suggestion.PersonId);
        Maybe<Person>("person", suggestion => suggestion.PersonId, "The person; null if the caller does not see it.")
            .Personal();
        Field(
                suggestion => suggestion.FormerName,
                "Whether the printed name is a former name of the person, not the present one."
            )
            .Personal();
    }
}
