using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Corrections;

public sealed class CorrectionRequestModel : Model<CorrectionRequest>
{
    public CorrectionRequestModel()
        : base("That a person asks for a correction of what is recorded about them, and what the office answered.")
    {
        SeenBy(Seen.Either(OwnPeople(request => request.OfficeId), Oneself(request => request.PersonId)));
        Lists("CorrectionRequests");
        Order(request => request.AskedAt);
        Root("correctionRequests", "The requests for corrections that the caller sees, in time.");
        Key(request => request.Id);
        RootById("correctionRequest", "The request with this id, or null.");
        Maybe<Person>("person", request => request.PersonId, "The person; null if another office keeps the record now.")
            .Personal();
        Field(request => request.Wish, "What is wrong, and what would be right.").Personal();
        Field(request => request.AskedAt, "When the person asked.").Personal();
        Field(request => request.Status, "Whether it was answered, and how.").Personal();
        Field(request => request.Answer, "What was done, or why nothing was; null until it is answered.").Personal();
        Field(request => request.AnsweredAt, "When it was answered.").Personal();
        Field(request => request.AnsweredBy, "Who answered it.").Personal();
        GroupBy("STATUS", request => request.Status, "Whether it was answered, and how.");
    }
}
