using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Application.People.Merging;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Api.GraphQL.People;

/// <summary>The mutations of people and their appointments.</summary>
internal static class PersonMutations
{
    public static readonly Member PersonId = new("personId", "ID!", "The person.");
    private static readonly Member Title = new("title", "String", "The title (คำนำหน้า).");
    private static readonly Member StaffNumber = new(
        "staffNumber",
        "String",
        "The office's number of the person, which nobody else of the office has."
    );

    private static readonly Member CitizenId = new(
        "citizenId",
        "String",
        "The number of the citizen: 13 digits, also Thai, with or without blanks and dashes. It is kept as a digest, by which the office "
            + "recognises the person, and never shown."
    );
    private static readonly Member PassportNumber = new(
        "passportNumber",
        "String",
        "The number of the passport, 6 to 20 letters and digits, instead of citizenId."
    );

    public static readonly (Member, Func<Written, object?>) ThePerson = (
        new Member(
            "person",
            "Person",
            "The person; null if the mutation was refused, or if the caller does not see it."
        ),
        it => it.Id
    );

    private static readonly (Member, Func<Written, object?>) TheAppointment = (
        new Member(
            "appointment",
            "Appointment",
            "The appointment; null if the mutation was refused, or if the caller does not see it."
        ),
        it => it.Id
    );

    private static readonly Member Reason = new("reason", "String!", "The reason; 1 to 2000 characters.");

    public static IReadOnlyList<IMutation> All() => [Create(), Update(), AppointPerson(), End(), Merge(), Unmerge()];

    private static Mutation<MergePeople, Written> Merge() =>
        new(
            "Merges two records of one person: everything of the duplicate moves to the other one, and nobody sees the duplicate any more. "
                + "Needs the role at the offices that keep both records.",
            [
                new Member("personId", "ID!", "The record that is kept."),
                new Member("duplicateId", "ID!", "The record that is merged into it."),
                Reason,
            ],
            [ThePerson],
            input => new MergePeople(
                input.Id(PersonId.Name, nameof(Person)),
                input.Id("duplicateId", nameof(Person)),
                input.Text(Reason.Name)
            )
        );

    private static Mutation<UnmergePeople, Written> Unmerge() =>
        new(
            "Separates a record again that was merged into another one. What the merge moved goes back; what happened since stays with the "
                + "kept record. It is refused if a name was erased since, or if a later merge must be undone first.",
            [new Member("duplicateId", "ID!", "The record that was merged into another one."), Reason],
            [
                ThePerson,
                (
                    new Member(
                        "duplicate",
                        "Person",
                        "The record that is separate again; null if the mutation was refused, or if the caller does not see it."
                    ),
                    it => it.Ids[1]
                ),
            ],
            input => new UnmergePeople(input.Id("duplicateId", nameof(Person)), input.Text(Reason.Name))
        );

    private static Mutation<CreatePerson, Written> Create() =>
        new(
            "Adds a person to the registry of an office.",
            [
                new Member("officeCode", "String!", "The code of the office: \"TH-43-P2\"."),
                Title,
                new Member("name", "String!", "Given name and surname, without a title; 1 to 200 characters."),
                StaffNumber,
                CitizenId,
                PassportNumber,
            ],
            [ThePerson],
            input =>
                new CreatePerson(
                    input.Text("officeCode"),
                    input.TextOrNull(Title.Name),
                    input.Text("name"),
                    input.TextOrNull(StaffNumber.Name)
                ).Of(IdentityOf(input))
        );

    private static Mutation<UpdatePerson, Written> Update() =>
        new(
            "Changes a person's record. Values that are not given stay; earlier names are kept with the days on which they were held.",
            [
                PersonId,
                Title,
                new Member("name", "String", "Given name and surname, without a title; 1 to 200 characters."),
                new Member("nameFrom", "LocalDate", "The first day of the new title or name; required with one."),
                StaffNumber,
                new Member("status", "PersonStatus", "Whether the person is in service."),
                CitizenId,
                PassportNumber,
            ],
            [ThePerson],
            input =>
                new UpdatePerson(
                    input.Id(PersonId.Name, nameof(Person)),
                    input.TextOrNull(Title.Name),
                    input.TextOrNull("name"),
                    input.ValueOrNull<DateOnly>("nameFrom"),
                    input.TextOrNull(StaffNumber.Name),
                    input.ValueOrNull<PersonStatus>("status")
                ).Of(IdentityOf(input))
        );

    private static IdentityInput IdentityOf(InputValues input) =>
        new(input.TextOrNull(CitizenId.Name), input.TextOrNull(PassportNumber.Name));

    private static Mutation<Appoint, Written> AppointPerson() =>
        new(
            "Appoints a person at a school, at a unit of an office or, without both, at the office that keeps the record. A main appointment at "
                + "another office moves the record there, for which the role is needed at both.",
            [
                PersonId,
                new Member("schoolId", "ID", "The school; not together with orgUnitId."),
                new Member("orgUnitId", "ID", "The group or unit of an office."),
                new Member("category", "String!", "The code of a category from `staffCategories`."),
                new Member("position", "String!", "The position (ตำแหน่ง); 1 to 200 characters."),
                new Member("academicStanding", "AcademicStanding", "Academic standing (วิทยฐานะ), if any."),
                new Member("supervisorId", "ID", "A person of the same office to report to."),
                new Member("from", "LocalDate!", "The first day."),
                new Member("to", "LocalDate", "The last day; null if it is open."),
                new Member("main", "Boolean", "Whether it is the main appointment of the time.", true),
            ],
            [TheAppointment],
            input => new Appoint(
                input.Id(PersonId.Name, nameof(Person)),
                input.IdOrNull("schoolId", nameof(School)),
                input.IdOrNull("orgUnitId", nameof(OrgUnit)),
                input.Text("category"),
                input.Text("position"),
                input.ValueOrNull<AcademicStanding>("academicStanding"),
                input.IdOrNull("supervisorId", nameof(Person)),
                input.Value<DateOnly>("from"),
                input.ValueOrNull<DateOnly>("to"),
                input.ValueOrNull<bool>("main") is not false
            )
        );

    private static Mutation<EndAppointment, Written> End() =>
        new(
            "Sets the last day of an appointment, or changes it.",
            [
                new Member("appointmentId", "ID!", "An appointment of a person whose record the office keeps."),
                new Member("lastDay", "LocalDate!", "The last day."),
            ],
            [TheAppointment],
            input => new EndAppointment(
                input.Id("appointmentId", nameof(Appointment)),
                input.Value<DateOnly>("lastDay")
            )
        );
}
