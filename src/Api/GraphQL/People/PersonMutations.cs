using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Staff;

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

    public static IReadOnlyList<IMutation> All() => [Create(), Update(), AppointPerson(), End()];

    private static Mutation<CreatePerson, Written> Create() =>
        new(
            "Adds a person to the registry of an office.",
            [
                new Member("officeCode", "String!", "The code of the office: \"TH-43-P2\"."),
                Title,
                new Member("name", "String!", "Given name and surname, without a title; 1 to 200 characters."),
                StaffNumber,
            ],
            [ThePerson],
            input => new CreatePerson(
                input.Text("officeCode"),
                input.TextOrNull(Title.Name),
                input.Text("name"),
                input.TextOrNull(StaffNumber.Name)
            )
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
            ],
            [ThePerson],
            input => new UpdatePerson(
                input.Id(PersonId.Name, nameof(Person)),
                input.TextOrNull(Title.Name),
                input.TextOrNull("name"),
                input.ValueOrNull<DateOnly>("nameFrom"),
                input.TextOrNull(StaffNumber.Name),
                input.ValueOrNull<PersonStatus>("status")
            )
        );

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
