using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Api.GraphQL.People;

/// <summary>The import of staff: its mutation, and what it returns.</summary>
internal static class StaffImportSchema
{
    public static IReadOnlyList<IGraphType> Types() =>
        [
            EnumType.Of<StaffField>(
                "What a column of a staff file is (docs/staff-file.md).",
                ("STAFF_NUMBER", "The office's number of the person (รหัสบุคลากร)."),
                ("CITIZEN_ID", "The number of the citizen (เลขประจำตัวประชาชน), which is only kept as a digest."),
                ("PASSPORT_NUMBER", "The number of the passport (เลขหนังสือเดินทาง), likewise."),
                ("TITLE", "The title (คำนำหน้า)."),
                ("FULL_NAME", "Given name and surname, possibly after a title (ชื่อ-สกุล)."),
                ("GIVEN_NAME", "The given name (ชื่อ), possibly after a title."),
                ("SURNAME", "The surname (นามสกุล)."),
                ("NAME_FROM", "The first day of a new title or name (ใช้ชื่อนี้ตั้งแต่)."),
                ("SCHOOL_CODE", "The ministry's code of the school (รหัสโรงเรียน)."),
                ("SCHOOL", "The name of the school (โรงเรียน)."),
                ("CATEGORY", "The category of staff (ประเภท): the name or code of one of `staffCategories`."),
                ("POSITION", "The position (ตำแหน่ง)."),
                ("ACADEMIC_STANDING", "Academic standing (วิทยฐานะ)."),
                ("FROM", "The first day of the appointment (วันเริ่ม)."),
                ("TO", "The last day of the appointment (ถึงวันที่)."),
                ("SUPERVISOR", "The staff number of the person to report to (ผู้บังคับบัญชา).")
            ),
            InputTypes.Of(
                "StaffColumnInput",
                "What a column of a staff file is.",
                [
                    new Member(
                        "header",
                        "String!",
                        "The header of the column in the file; of several columns with one header, the letter of the column: \"C\"."
                    ),
                    new Member("field", "StaffField", "What it is; null if it is not to be used."),
                ]
            ),
            new StaffReportType(),
            new StaffColumnType(),
            new StaffFaultType(),
            new StaffNoticeType(),
        ];

    public static IMutation Mutation() =>
        new Mutation<ImportStaff, StaffReport>(
            "Imports a list of an office's staff, each row a person with the main appointment: all rows or none (docs/staff-file.md). The same "
                + "file again changes nothing, and the order of its rows does not matter. Nobody is removed. A dry run shows what each column "
                + "was taken for.",
            [
                new Member("officeCode", "String!", "The code of the office: \"TH-43-P2\"."),
                new Member(
                    "file",
                    "Upload!",
                    "The file, at most 5 MB and 5,000 people: CSV in UTF-8, UTF-16 or Windows-874 with commas, semicolons or tabs, or an Excel file (.xlsx)."
                ),
                new Member(
                    "columns",
                    "[StaffColumnInput!]",
                    "What columns are whose headers are not known, or known as something else."
                ),
            ],
            [(new Member("report", "StaffReport", "The result; null if the mutation was refused."), it => it)],
            input =>
                new ImportStaff(
                    input.Text("officeCode"),
                    [
                        .. input
                            .ListOrEmpty("columns")
                            .Select(column => new ColumnChoice(
                                column.Text("header"),
                                column.ValueOrNull<StaffField>("field")
                            )),
                    ]
                ).Of(input.Value<ReadOnlyMemory<byte>>("file"))
        );
}

/// <summary>A column with what its first cells say.</summary>
internal sealed record ShownColumn(StaffColumn Column, IReadOnlyList<string> Examples)
{
    public static IEnumerable<ShownColumn> Of(StaffFile file) =>
        file.Columns.Select(column => new ShownColumn(column, file.Examples.GetValueOrDefault(column.Name, [])));
}

internal sealed class StaffReportType : ObjectType<StaffReport>
{
    public StaffReportType()
        : base("StaffReport", "The result of an import of staff.")
    {
        Value("rows", "Int!", report => report.File.Rows.Count, "Number of rows about people.");
        Value("created", "Int!", report => report.Created, "Number of people who were added.");
        Value(
            "updated",
            "Int!",
            report => report.Updated,
            "Number of people whose record or appointments were changed."
        );
        Value("unchanged", "Int!", report => report.Unchanged, "Number of people of whom everything was on record.");
        Value(
            "columns",
            "[StaffColumn!]!",
            report => ShownColumn.Of(report.File),
            "The columns of the file, also those that are not used."
        );
        Value(
            "ignoredRows",
            "[Int!]!",
            report => report.File.IgnoredRows,
            "The numbers of rows below the headers that are about nobody: totals, notes, headings, signatures."
        );
        Value(
            "notices",
            "[StaffNotice!]!",
            report => report.File.Notices,
            "What is worth knowing: what is hidden or struck through, sheets that were not read, and where people were appointed whose rows do "
                + "not say it (only when they are appointed)."
        );
    }
}

internal sealed class StaffColumnType : ObjectType<ShownColumn>
{
    public StaffColumnType()
        : base("StaffColumn", "A column of a staff file.")
    {
        Value("name", "String!", shown => shown.Column.Name, "The name in a spreadsheet: \"C\".");
        Value("header", "String!", shown => shown.Column.Header, "The header; empty if there is none.");
        Value("field", "StaffField", shown => shown.Column.Field, "What the column is; null if it is not used.");
        Value(
            "examples",
            "[String!]!",
            shown => shown.Examples,
            "What the first three rows say, as it was read; empty for columns that are not used."
        );
    }
}

internal sealed class StaffFaultType : ObjectType<StaffFault>
{
    public StaffFaultType()
        : base("StaffFault", "An error in a staff file.")
    {
        Value("row", "Int", fault => fault.Row, "The number of the row in a spreadsheet; null for the whole file.");
        Value("column", "String", fault => fault.Column, "The header of the column; null for the whole row.");
        Value("message", "String!", fault => fault.Message, "What is wrong, and what would be right.");
    }
}

internal sealed class StaffNoticeType : ObjectType<StaffNotice>
{
    public StaffNoticeType()
        : base("StaffNotice", "What is worth knowing of a staff file that was imported all the same.")
    {
        Value(
            "rows",
            "[Int!]!",
            notice => notice.Rows,
            "The numbers of the rows in a spreadsheet; empty for the whole file."
        );
        Value("column", "String", notice => notice.Column, "The header of the column; null for whole rows.");
        Value("message", "String!", notice => notice.Message, "What it is, and what was done.");
    }
}

internal sealed class StaffFileRefusedErrorType : ErrorType<StaffFileRefused>
{
    public StaffFileRefusedErrorType()
        : base("StaffFileRefusedError", "The staff file has errors; nothing was imported.")
    {
        Value(
            "faults",
            "[StaffFault!]!",
            error => error.Faults,
            $"The first errors of the file by row, at most {StaffFileRefused.MostListed}."
        );
        Value("unlistedFaults", "Int!", error => error.UnlistedFaults, "The number of further errors.");
        Value(
            "columns",
            "[StaffColumn!]!",
            error => error.Columns.Select(column => new ShownColumn(column, [])),
            "What the columns were taken for; empty if no row of headers was found."
        );
    }
}
