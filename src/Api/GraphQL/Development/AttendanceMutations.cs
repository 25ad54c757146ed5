using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Events.Attending;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>Attendance by file, and by a code that is shown where a session is held.</summary>
internal static class AttendanceMutations
{
    private static readonly Member SessionId = new("sessionId", "ID!", "The session.");

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<ImportAttendance, AttendanceReport>(
                "Imports a list of attendance while the offering is IN_PROGRESS: all rows or none. The same file again changes nothing, and the order "
                    + "of its rows does not matter. Columns say who (staff number, name, or id of the enrolment), and either each session with minutes "
                    + "in it, or the session and the minutes of each row.",
                [
                    EventMutations.OfferingId,
                    new Member(
                        "file",
                        "Upload!",
                        "The file, at most 5 MB and 5,000 rows: CSV in UTF-8, UTF-16 or Windows-874 with commas, semicolons or tabs, or an Excel file (.xlsx)."
                    ),
                ],
                [
                    (EventMutations.TheOffering.Item1, report => report.Id),
                    (
                        new Member("report", "AttendanceReport", "The result; null if the mutation was refused."),
                        report => report
                    ),
                ],
                input =>
                    new ImportAttendance(input.Id(EventMutations.OfferingId.Name, nameof(Offering))).Of(
                        input.Value<ReadOnlyMemory<byte>>("file")
                    )
            ),
            new Mutation<OpenAttendanceCode, OpenedCode>(
                "Makes the code by which people say that they are in a session, to be shown where it is held. An earlier code of the session is no longer "
                    + "valid.",
                [
                    SessionId,
                    new Member(
                        "minutesValid",
                        "Int!",
                        $"How long the code is good; 1 to {OpenAttendanceCodeValidator.MostMinutes}."
                    ),
                ],
                [
                    (EventMutations.TheOffering.Item1, opened => opened.Id),
                    (
                        new Member("code", "String", "The code to show. It is not returned again."),
                        opened => opened.Code
                    ),
                    (new Member("expiresAt", "DateTime", "Until when it is good."), opened => opened.ExpiresAt),
                ],
                input => new OpenAttendanceCode(
                    input.Id(SessionId.Name, nameof(Session)),
                    input.Value<int>("minutesValid")
                )
            ),
            new Mutation<CheckIn, Written>(
                "Says that the caller, who is enrolled, is in a session, by the code that is shown there: the caller gets its minutes, unless some are "
                    + $"recorded. After {AttendanceCode.MostWrongTries} wrong codes the caller needs a new one.",
                [SessionId, new Member("code", "String!", "The code; dashes, blanks and small letters do not matter.")],
                [
                    (
                        new Member(
                            "enrollment",
                            "Enrollment",
                            "The caller's enrolment; null if the mutation was refused."
                        ),
                        it => it.Id
                    ),
                ],
                input => new CheckIn(input.Id(SessionId.Name, nameof(Session)), input.Text("code"))
            ),
        ];
}

internal sealed class AttendanceReportType : ObjectType<AttendanceReport>
{
    public AttendanceReportType()
        : base("AttendanceReport", "The result of an import of attendance.")
    {
        Value("rows", "Int!", report => report.File.Rows.Count, "Number of rows about people.");
        Value(
            "recorded",
            "Int!",
            report => report.Recorded,
            "Minutes of a person in a session that are new or changed."
        );
        Value("unchanged", "Int!", report => report.Unchanged, "Minutes that were on record.");
        Value(
            "ignoredRows",
            "[Int!]!",
            report => report.File.IgnoredRows,
            "The numbers of rows below the headers that are about nobody: totals, notes, headings."
        );
        Value(
            "ignoredColumns",
            "[String!]!",
            report => report.File.IgnoredColumns,
            "The headers of columns that are not used."
        );
    }
}

internal sealed class AttendanceFileRefusedErrorType : ErrorType<AttendanceFileRefused>
{
    public AttendanceFileRefusedErrorType()
        : base("AttendanceFileRefusedError", "The file of attendance has errors; nothing was recorded.")
    {
        Value(
            "faults",
            "[StaffFault!]!",
            error => error.Faults,
            $"The first errors of the file by row, at most {AttendanceFileRefused.MostListed}."
        );
        Value("unlistedFaults", "Int!", error => error.UnlistedFaults, "The number of further errors.");
    }
}
