using CsCheck;
using TeacherDevPlan.Application.Careers;
using TeacherDevPlan.Application.Committees;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Development;
using TeacherDevPlan.Application.Events;
using TeacherDevPlan.Application.Events.After;
using TeacherDevPlan.Application.Events.Attending;
using TeacherDevPlan.Application.Figures;
using TeacherDevPlan.Application.Ledger;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Application.People.Accounts;
using TeacherDevPlan.Application.People.Corrections;
using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Application.People.Links;
using TeacherDevPlan.Application.People.Merging;
using TeacherDevPlan.Application.Reports;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Application.Staff;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Figures;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Application.Tests.Idempotency;

public sealed class CommandDigestTests
{
    private static readonly GivenId Id = new("QWN0aXZpdHk6MQ", new Guid("0198a000-0000-7000-8000-000000000001"));

    private static readonly PaymentOrder Payment = new(
        Id,
        12.50m,
        new DateOnly(2023, 1, 10),
        "V-1",
        Id,
        FundingKind.Office,
        "note"
    );

    private static readonly (IIdempotentCommand Command, string Digest)[] Samples =
    [
        (new RecordDisbursement(Payment), "7F69FBE7541FAC896638B36CBDFAC08F3975C7DACE25F842F2E73358FD5D3879"),
        (
            new RecordDisbursements([Payment, Payment with { CommitmentId = null, Note = null }]),
            "4E884FECF7FA6F1D952260E1F7B042F977E02F55FC2C015D522A92999F43A21E"
        ),
        (new ReverseDisbursement(Id, "paid twice"), "6171C4BB39F9EC48C8A29C43000F13B6ADA43E7AE3EA23D679FB476F5851C16D"),
        (new CommitBudget(Id, 100, "C-1", null), "FE0DC5485514795D599904347AA598FCE0B81F78417B56BDA765B2856592A058"),
        (new ReleaseCommitment(Id, "not needed"), "CBB7F6649402C387B45AB767BE75F07DA7AA30C9BED9CDB4725881D6C6384AFE"),
        (
            new TransferBudget(Id, Id, 5, FiscalQuarter.Q2, "needed there"),
            "D4864CC2AA8BF0B815E21B2FF1D4FB8813948EF57A7B11F64A0061BFD8C79694"
        ),
        (
            new ReviseSpendingPlan(Id, 3, [new PlannedAmount(Id, FiscalQuarter.Q1, 0)], "revised"),
            "DFEE7E2ED25F49143CC1802E7C52E0DEDD2EAA0C7606E5961F31DF0B8BB77AD1"
        ),
        (
            new ReportIndicatorResult(Id, 2566, 80, 4, 5, "page 12", null),
            "956507355062B01251D52C1DB00E28246048961BE678D51CE08F4A11D4D0D4A5"
        ),
        (
            new WithdrawIndicatorResult(Id, "wrong year"),
            "7DD4DBF2B4E3FC63270A6B65E24D8285C66569991A55D0D3CE5E51A0651E7A4F"
        ),
        (
            new ReportKpiResult(Id, null, "done", null, null, null, "note"),
            "6DA4E4BFDE1F5F6740524E9ADEB468C85ABF17D08EABBF26CE1D8870BBE86ECC"
        ),
        (
            new WithdrawKpiResult(Id, "wrong project"),
            "E1F362A34F8B589404193819D6BA10650EF30CDAD9E2BFC4E5DD248199ADC22A"
        ),
        (
            new SubmitProgressReport(Id, FiscalQuarter.Q1, 12.5m, null, "none"),
            "DE981AB85961AAB5A3D5D06D11B6352326CCAC69FA92059BE5BC83C492EB1865"
        ),
        (
            new ProposeIndicatorResult(
                Id,
                null,
                2566,
                IndicatorMeasure.Coverage,
                FiscalQuarter.Q2,
                ["CURRICULUM"],
                [],
                null
            ),
            "30E6E6A3EFD6B0A161D6B0D8AA99334414AB7B204F4C912593029BAE34621636"
        ),
        (new AcceptIndicatorProposal(Id), "EB2683F4BDB3A744573B21A9C406D8208DC0D654525C30200C47B58A8B2C3F6E"),
        (new ErasePerson(Id, "asked for it"), "7A9B0A3B6188F43FA3A3507DA520C7D40CD0124671742D0594ECCFE0EBC71DE9"),
        (
            new CorrectPerson(Id, "นางสาวสมศรี ใจดี", "married"),
            "9E7885E76FAEBF6B6831E00A4F00A00C5A04B249EE8CAD203715AB223F311DCC"
        ),
        (
            new CreatePerson("TH-43-P2", "นาย", "ประภาส ใจกว้าง", "0001"),
            "0100E1EB018BF38C1FD0B28EA5EACD7F09762DCD4CFE8AAEFF178F49129427EC"
        ),
        (
            new UpdatePerson(Id, null, "มานี เรียนดี", new DateOnly(2021, 2, 14), null, PersonStatus.OnLeave),
            "14C196088F79E0FDCD8A653DB12F6C35F89D8C3BA1BF75ABC66081CEDCF80EC2"
        ),
        (
            new Appoint(
                Id,
                Id,
                null,
                "GOVERNMENT_EMPLOYEE",
                "ครู",
                AcademicStanding.Expert,
                Id,
                new DateOnly(2021, 10, 1),
                null,
                true
            ),
            "E6484ABC25D8981A0653E5E3BA9BC5F629E29CF936DE640CE3B164E3A7D19540"
        ),
        (
            new EndAppointment(Id, new DateOnly(2023, 4, 30)),
            "28A60CEF042E5F1B8C64A46C31E47F72FB622646A557B71E000DD4B117F2D140"
        ),
        (new MergePeople(Id, Id, "one person"), "E9966584423EFABA06C11202FA16F16368919E3A04B1B03221C1303B88A32A0D"),
        (new UnmergePeople(Id, "two people"), "E76F1FE50733DD5E155DE1F0BBA245CD9579C08D51CC6519C5CCDC6525139FA8"),
        (new LinkStaffMember(Id, Id), "E0E49F532362FBD321AF0A013EEA92B1B3ECD08D17D62D17B9953F0662F3C003"),
        (new UnlinkStaffMember(Id), "54877844EAD5931965247D0ADE04231DE97A112A42E46237A74C0E7A6DCFA479"),
        (
            new SaveSchool("TH-43-P2", "0430001", "โรงเรียนบ้านหนองแวง", "โพนพิสัย", Id, null),
            "07BB3A877DB58E4C6EA2A5D6CF44AE3E4DFCA9BFB770607626AD143F056BA5E3"
        ),
        (
            new SaveIndividualDevelopmentPlan(
                Id,
                2566,
                1,
                [new AssessmentInput("TEAMWORK", 2, "ต้องพัฒนา")],
                [
                    new PlanItemInput(
                        "CURRICULUM",
                        null,
                        "PLC",
                        new DateOnly(2022, 11, 1),
                        new DateOnly(2023, 3, 31),
                        "เขียนหลักสูตรได้",
                        null,
                        "งบประมาณ",
                        Id
                    ),
                ]
            ),
            "B68104A0A3E482CD4CC90F2F3DBFC54FD2A82644B6E3BF3DC8C9044E5D9FB217"
        ),
        (new RemoveAccount(Id), "68A117667E4FFE9E78E9F81D158C1C9229AF107438832C9BA85A287295545B45"),
        (
            new SubmitIndividualDevelopmentPlan(Id, 1),
            "428E11120822B08FDB8F980C636E069A6D23D1EF848ADDF93077098DB8BAFCDE"
        ),
        (
            new ApproveIndividualDevelopmentPlan(Id, 2),
            "A387EAD930FA89459363F82FE8DA92B18CEEAD142F01370CD240195AA6C2E7AC"
        ),
        (
            new ReturnIndividualDevelopmentPlan(Id, 2, "เพิ่มเป้าหมาย"),
            "716AC5F59F03E011CD271B388F67D8CB69887249DB493407503457DD5BF63C5C"
        ),
        (new CloseIndividualDevelopmentPlan(Id, 3), "8E4861C2328FD27DC8780DE16AE8EBC83ADBA5375CFAE28B3F39AB2DD1B4677C"),
        (
            new OpenNeedsRound("TH-43-P2", 2566, ["CURRICULUM", "UNIT_DESIGN"], 2, null, new DateOnly(2022, 10, 30)),
            "1196EE70195D07BDBD0102C62B40530936E20862C2E1EC0961BC391A7264A9A4"
        ),
        (new AskForTopics(Id, Id, ["CURRICULUM"]), "2116C5F83419B1AE63EFBD5919435B75172746EECACA4B95E6FFA9DA5BF707EE"),
        (
            new SaveCourse("TH-43-P2", "C1", 0, "วิจัย", 12.5m, null, "ศธ 1", ["CURRICULUM"], ["TEAMWORK"]),
            "70F7BDD7F0903A906499BEEA32BD01279AFAEF53C6C2E74B39D5DDAA6AFB3743"
        ),
        (
            new SaveOffering(
                Id,
                "TH-43-P2",
                2566,
                1,
                "อบรม",
                "TRAINING",
                Id,
                Id,
                "สพฐ.",
                "หอประชุม",
                40,
                20,
                new DateOnly(2023, 1, 1),
                new DateOnly(2023, 1, 5),
                JoinPolicy.Request,
                OverlapPolicy.Refuse,
                80,
                60.5m,
                true,
                [
                    new PlannedSession(
                        Id,
                        new DateTimeOffset(2023, 1, 9, 2, 0, 0, TimeSpan.Zero),
                        new DateTimeOffset(2023, 1, 9, 5, 0, 0, TimeSpan.Zero),
                        180,
                        "เช้า"
                    ),
                ],
                []
            ),
            "2087F1F5DAFB4E217DF9459435B4EE5A7B18B4DC8A025169633E92EEBE280601"
        ),
        (
            new MoveOffering(Id, 3, OfferingStep.Cancel, "ฝนตก"),
            "75D3296F2D5E90B6A4B8A315DEA3C6295BDDAB27A8232FF4B8714294F8A7AE1C"
        ),
        (
            new Enroll(Id, [new AttendeeInput(Id, Id)], [new RuleException(EnrollmentRule.Window, "มาช้า")]),
            "91EE81A3E259F90224AF9F8A283E77A7E5949D309218EC255A80F350989AECF3"
        ),
        (new DecideEnrollments(Id, [Id], true), "B10EABD916116D88ED60924A9ECBFAC264B528C4993D6497145E05F76D9C5FFA"),
        (new WithdrawEnrollments(Id, [Id]), "13CFC6FC621B29AEF07D0205348F1FA03327D30132BA447E2C1F3AB7FE699983"),
        (
            new RecordAttendance(Id, [new AttendanceInput(Id, Id, 60)]),
            "5BD9F9EB3688EAC8452B48F1B20C327ABEA815B0B5ABA2B0A2658DCB5AFAB5E5"
        ),
        (
            new RecordScores(Id, [new ScoreInput(Id, 40, 80.5m, true)]),
            "B7CB7BB56AD0A184B7FB6D4383BDFEECE46232446DF1951B637A126B01BCE3B9"
        ),
        (
            new SaveQuestionnaire(Id, 2, "ความพึงพอใจ", ["วิทยากร", "สถานที่"]),
            "A132290DAB854C3AAC1D6443416E8A362F26036DD7BC1082D788E3946CF775B2"
        ),
        (new OpenQuestionnaire(Id, 3), "399DEFD207E4AA371373B3914F342104A1982A8893651FCFCA9B34D82207DC5F"),
        (new CloseQuestionnaire(Id, 4), "9DFE35DE8C61E3FD81F87D719E91E9542E1204082CA7322293582D3692939F5B"),
        (new SaveApplicationPlan(Id, 0, 90, 3), "5416E8AC8091409F4B91E69E61BCB645B44B66A9481A8DECC435412FEA9DA9F2"),
        (
            new AssessApplication(Id, 1, 4, "ใช้ในชั้นเรียน"),
            "0090068348DE157A34A6712A92EFF70115EDD31D05D548448620093B3FFA6BD8"
        ),
        (
            new SaveCommittee(
                Id,
                "TH-43-P2",
                Id,
                1,
                "คณะกรรมการนิเทศ",
                "นิเทศ ติดตาม",
                "12/2566",
                new DateOnly(2022, 12, 28),
                new DateOnly(2023, 1, 1),
                null,
                true,
                false,
                [new CommitteeMemberInput(Id, CommitteeRole.Chair, new DateOnly(2023, 1, 1), null)]
            ),
            "7A7F1A1BB26F2DEAC7B2E7819F16A3BC58A2A831FFF978E604A68AFF1A20427F"
        ),
        (
            new SaveMonitoringVisit(
                null,
                Id,
                null,
                0,
                MonitoringPhase.During,
                Id,
                Id,
                new DateOnly(2023, 1, 10),
                "ครูเข้าร่วมครบ",
                "เพิ่มสื่อ"
            ),
            "A7BAB14CE3D397E1A0BB0F05177BB47F321C285CE31565CC4A68CB5EB84C7511"
        ),
        (
            new RecordFollowUp(Id, 1, "จัดหาสื่อแล้ว", new DateOnly(2023, 2, 1)),
            "A82D58F11FC0E0E99974527842A2E87694E86446D9BE07001CB1FF564C6D7237"
        ),
        (
            new IssueCertificates(Id, [Id], new DateOnly(2023, 1, 31), new DateOnly(2028, 1, 31)),
            "7FC4B2E2E6C083A1584774D623405F9C5CB10E12C83F7D1F6556E3987D951B67"
        ),
        (new RevokeCertificate(Id, "ออกผิดคน"), "3AB5659311B0F580FF0B247AC1F3F32223D30EE8E60C44D2B6F30DCDE2E876B5"),
        (
            new SaveAwardProgramme(
                "TH-43-P2",
                "KHURU_SADUDI",
                0,
                "รางวัลคุรุสดุดี",
                "คุรุสภา",
                "ตามประกาศ",
                new DateOnly(2022, 10, 1),
                new DateOnly(2023, 9, 30),
                "ประกาศคุรุสภา"
            ),
            "08F8CAE8BCE469D1E733D033D8FA64CE26A8919E776860BCF6A8EE069C40A907"
        ),
        (
            new NominateForAward(
                null,
                Id,
                0,
                Id,
                AwardLevel.Province,
                "ครูผู้สอน",
                2566,
                new DateOnly(2022, 12, 1),
                new DateOnly(2022, 12, 15),
                Id,
                "นวัตกรรมการสอนอ่าน"
            ),
            "270A3B401EF7CCDFF5B44F039FBE17C74F304B29A4584C8EB3347C3E098EC6E4"
        ),
        (
            new DecideAward(
                Id,
                1,
                AwardStatus.Awarded,
                new DateOnly(2023, 1, 16),
                "คณะกรรมการคัดเลือก",
                "ดีเด่น",
                Id,
                "9/2566",
                null
            ),
            "4CB6CD6247B454A2E236E5606824111A592237F3FABD5394678CAEBD513CE6A7"
        ),
        (
            new SaveFurtherStudy(
                null,
                Id,
                0,
                StudyDegree.Doctor,
                "บริหารการศึกษา",
                "มหาวิทยาลัยขอนแก่น",
                StudyLeave.FullTime,
                StudyFunding.Government,
                "ทุน สพฐ.",
                new DateOnly(2022, 6, 1),
                new DateOnly(2025, 5, 31)
            ),
            "4C1DB7A887CF92AF2922981D0FF16B97A0DF2CA0DD8F9C3E11EA770DEB213277"
        ),
        (
            new MoveFurtherStudy(Id, 3, StudyStep.Extend, new DateOnly(2025, 11, 30), "45/2568", null),
            "4CE6E9EF1D0E0CD446931ECEFB507B7F600F8CC00E92341462457C205FEE5893"
        ),
        (
            new BeginInduction(Id, "NEW_OFFICIAL", Id),
            "381AC0CC0578965C43007C3716A92F72523F14E20EEFD6E944493769882537CD"
        ),
        (
            new RecordInductionStep(
                Id,
                3,
                new DateOnly(2023, 1, 10),
                InductionResult.Passed,
                82.5m,
                "ปฏิบัติงานได้ดี",
                "แฟ้มที่ ๔"
            ),
            "FD89F7A0E31D51178465DE2D92865FF8D4018A2621B5931542334AE6E886358A"
        ),
        (
            new DecideInduction(Id, 3, InductionStatus.Passed, new DateOnly(2023, 1, 10), "45/2566", null),
            "6950DD7D82A667F5FD20137417C33CDA14F4F46C3E28D0D705BAD234E3323B7F"
        ),
        (new ChangeMentor(Id, 3, Id), "A37545FF1691C4C574E4F63371639BB040A3FFB148A155A25250126C0F0A0D25"),
        (new ImportAttendance(Id, "AB"), "DE3ECEE816E1E67210B981E5CE9A0757FC72FFF320F0D7E99B9071B4E705D3A3"),
        (new RequestCorrection("ชื่อสกุลพิมพ์ผิด"), "97494DC5B8F44E2B26F707FC9A31AD5B708738E0DB3A2844EB52B9BDC579A055"),
        (
            new AnswerCorrection(Id, true, "แก้ไขแล้ว"),
            "815366DFE2AD0B7AA9B4BBBFC74907141B2BA464D0859FF4A89B990B715F7735"
        ),
        (
            new AssembleQuarterlyReport(Id, FiscalQuarter.Q2),
            "81B7B066E1BB684C5E866DCF01027869FDD96237D78F983A46EC0626DDA3B7A2"
        ),
        (
            new WriteQuarterlyReport(Id, 2, "สรุป", "ปัญหา", "ข้อเสนอแนะ"),
            "1F257E1EE01A36A5C969FCF03ECC74F5D9884132E8FAD3FEEE9586723E43CD2C"
        ),
        (new SubmitQuarterlyReport(Id, 3), "08E74975B9993750CAB3BD6A3BB59103D4DCBDE009D4172010D94C14D54CACEC"),
        (new CloseNeedsRound(Id), "3A0BDCFDE7139964C5943CFC8DDD17333BFD3FAD9F1FF248B56DA6321FA61A33"),
        (
            new SaveSchoolNetwork("TH-43-P2", null, "เครือข่ายเมือง"),
            "61745B5C18430BBEBD3E978984B10AD74FEAA77013861FB146B0BBF72D3CF527"
        ),
        (
            new ImportStaff("TH-43-P2", [new ColumnChoice("ชื่อเล่น", null)], "AB"),
            "925DBA17BE5253150F07F2ED3AD2EBBD863B427CB226F1AB9D6FF35DB9C4BC27"
        ),
    ];

    public static TheoryData<string, string> Stored =>
        [.. Samples.Select(sample => (sample.Command.GetType().Name, sample.Digest))];

    public static TheoryData<string> Kinds => [.. Commands.Types.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Optional_members_that_are_added_do_not_change_the_digest(string kind) =>
        Commands.Of(TypeOf(kind)).Sample(command => Same(command, LaterVersion.Of(command)), iter: 100, threads: 1);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Blanks_and_what_means_nothing_do_not_change_the_digest(string kind)
    {
        var type = TypeOf(kind);
        Gen.Select(Commands.Of(type), Gen.OneOf(Gen.Const(""), Gen.Const(" "), Gen.Const("\n\u00a0 ")))
            .Sample(
                (command, blank) =>
                    Same(
                        command,
                        Commands.With(
                            command,
                            type,
                            false,
                            (value, member, _) =>
                                value switch
                                {
                                    string text => blank + text + blank,
                                    null when member == typeof(string) => blank,
                                    decimal number => number + 0.0000m,
                                    GivenId { Id: var id } when id != Guid.Empty => new GivenId(id.ToString("B"), id),
                                    _ => value,
                                }
                        )!
                    ),
                iter: 100
            );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_key_and_a_dry_run_do_not_change_the_digest(string kind)
    {
        var type = TypeOf(kind);
        Commands
            .Of(type)
            .Sample(
                command =>
                {
                    var before = CommandDigest.Of(command);
                    type.GetProperty(nameof(command.IdempotencyKey))!.SetValue(command, "key");
                    type.GetProperty(nameof(command.DryRun))!.SetValue(command, true);
                    return CommandDigest.Of(command).SequenceEqual(before);
                },
                iter: 20
            );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Another_meaning_of_any_value_changes_the_digest(string kind)
    {
        var type = TypeOf(kind);
        Gen.Select(Commands.Of(type), Gen.Int[0, 100])
            .Sample(
                (command, chosen) =>
                {
                    var count = 0;
                    Commands.With(command, type, false, (value, _, _) => (count++, value).value);
                    var at = 0;
                    var other = Commands.With(
                        command,
                        type,
                        false,
                        (value, member, mayBeNull) => at++ == chosen % count ? Other(value, member, mayBeNull) : value
                    )!;
                    return !Same(command, other);
                },
                iter: 300
            );
    }

    [Fact]
    public void Items_in_another_order_are_another_request()
    {
        PlannedAmount[] amounts = [new(Id, FiscalQuarter.Q1, 1), new(Id, FiscalQuarter.Q2, 1)];
        Same(new ReviseSpendingPlan(Id, 1, amounts, "r"), new ReviseSpendingPlan(Id, 1, [amounts[1], amounts[0]], "r"))
            .ShouldBeFalse();
    }

    /// <summary>
    /// Digests as they were stored under the first rule. Where a command has to change in a way that changes one of these,
    /// requests from before an upgrade are no longer recognised: wait until <see cref="FirstDigest"/> can go.
    /// </summary>
    [Theory]
    [MemberData(nameof(Stored))]
    public void What_was_stored_under_the_first_rule_is_still_recognised(string kind, string digest)
    {
        var command = Samples.Single(sample => sample.Command.GetType().Name == kind).Command;
        Convert.ToHexString(FirstDigest.Of(command)).ShouldBe(digest);
        var key = new IdempotencyKey("somebody", "key", command);
        key.IsFor(command.GetType().Name, Convert.FromHexString(digest)).ShouldBeTrue();
        key.IsFor(command.GetType().Name, key.Digest).ShouldBeTrue();
        key.IsFor("Other", key.Digest).ShouldBeFalse();
        key.IsFor(command.GetType().Name, new byte[FirstDigest.Size]).ShouldBeFalse();
    }

    [Fact]
    public void Every_command_has_a_stored_digest() =>
        Samples.Select(sample => sample.Command.GetType()).ShouldBe(Commands.Types, ignoreOrder: true);

    [Fact]
    public void Blanks_around_a_key_are_not_part_of_it() =>
        new IdempotencyKey("somebody", " key\t", new ReleaseCommitment(Id, "r")).Key.ShouldBe("key");

    private static bool Same(object command, object other) =>
        CommandDigest.Of(command).SequenceEqual(CommandDigest.Of(other));

    private static Type TypeOf(string kind) => Commands.Types.Single(type => type.Name == kind);

    private static object? Other(object? value, Type type, bool mayBeNull) =>
        value switch
        {
            null => Something(Nullable.GetUnderlyingType(type) ?? type),
            _ when mayBeNull => null,
            string text => text + "x",
            decimal number => number + 0.0001m,
            int number => number + 1,
            bool flag => !flag,
            DateOnly day => day.AddDays(1),
            DateTimeOffset moment => moment.AddMinutes(1),
            GivenId { Id: var id } => id == Guid.Empty ? Id : new GivenId("?", Guid.Empty),
            Enum one => Enum.GetValues(type).Cast<Enum>().First(other => !other.Equals(one)),
            _ => throw new InvalidOperationException($"Say what another {type} is."),
        };

    private static object Something(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(GivenId) ? Id
        : Activator.CreateInstance(type)!;
}
