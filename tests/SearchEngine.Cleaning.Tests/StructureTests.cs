using SearchEngine.Cleaning.Structure;
using SearchEngine.Reports.Model;

namespace SearchEngine.Cleaning.Tests;

public sealed class StructureTests
{
    [Fact]
    public void The_ladder_opens_blocks_and_ordinals_do_not()
    {
        IReadOnlyList<Block> blocks = BlockBuilder.Build(
            ["引言。", "一、工作成效", "(一)加强领导", "1.建立机制。具体做法如下。", "一是开会。", "二是发文。", "7.3版已上线。", "二、存在问题"], 2024);

        Assert.Equal([0, 1, 2, 3, 1], blocks.Select(block => block.Level));
        Assert.Equal(["1.建立机制。具体做法如下。", "一是开会。", "二是发文。", "7.3版已上线。"], blocks[3].Paragraphs);
        Assert.Equal(("1.建立机制", false), (blocks[3].Heading, blocks[3].HeadingStandsAlone));
        Assert.True(blocks[2].HeadingStandsAlone);
    }

    [Theory]
    [InlineData("一、工作成效", BlockRole.Results)]
    [InlineData("一、2024年推进法治政府建设的主要举措和成效", BlockRole.Results)]
    [InlineData("一、加强党的领导，压实法治建设责任", BlockRole.Results)]
    [InlineData("二、存在的主要问题及下一步打算", BlockRole.Problems)]
    [InlineData("二、2024年度推进法治政府建设存在的不足和原因", BlockRole.Problems)]
    [InlineData("三、下一步解决存在问题的工作打算", BlockRole.Plan)]
    [InlineData("四、2025年推进法治政府建设的主要安排", BlockRole.Plan)]
    [InlineData("四、2025年法治政府建设工作情况", BlockRole.Plan)]
    [InlineData("三、党政主要负责人履行推进法治建设第一责任人职责,加强法治政府建设的有关情况", BlockRole.FirstResponsible)]
    [InlineData("四、履行法院生效裁判情况", BlockRole.Other)]
    [InlineData("五、需要说明的事项", BlockRole.Other)]
    public void A_heading_shows_its_role(string heading, BlockRole role) =>
        Assert.Equal(role, new RoleClassifier(2024).Next(heading));

    [Fact]
    public void Deeper_blocks_inherit_the_role()
    {
        IReadOnlyList<Block> blocks = BlockBuilder.Build(["一、存在的不足", "（一）认识不够。需要加强。", "1.学习不够。需要加强。"], 2024);

        Assert.All(blocks, block => Assert.Equal(BlockRole.Problems, block.Role));
    }
}
