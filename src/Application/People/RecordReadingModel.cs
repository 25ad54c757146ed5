using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>Told to the person alone; the audit trail tells administrators more.</summary>
public sealed class RecordReadingModel : Model<RecordReading>
{
    public RecordReadingModel()
        : base("That somebody else read what is about a person, on a day.")
    {
        SeenBy(Oneself(reading => reading.PersonId));
        Lists("RecordReadings");
        Order(reading => reading.Day);
        Key(reading => reading.Id);
        Field(reading => reading.Reader, "The name of the caller who read.");
        Field(reading => reading.Day, "The day in Thailand.");
        Field(reading => reading.Times, "The number of requests on that day.");
        Field(reading => reading.LastReadAt, "The time of the last one.");
    }
}
