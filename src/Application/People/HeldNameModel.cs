using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

public sealed class HeldNameModel : Model<HeldName>
{
    public HeldNameModel()
        : base("A name that a person has or had.")
    {
        SeenBy(Seen.WithParent);
        Field(held => held.Title, "The title; empty if there is none.").Personal();
        Field(held => held.Name, "Given name and surname.").Personal();
        Field(held => held.HeldFrom, "The first day; null for the first known name.", "from").Personal();
        Field(held => held.HeldTo, "The last day; null for the present name.", "to").Personal();
    }
}
