package org.lepta.service.anchoring.contract;

import io.reactivex.Flowable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javax.annotation.processing.Generated;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.TypeReference;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Array;
import org.web3j.abi.datatypes.Bool;
import org.web3j.abi.datatypes.CustomError;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Event;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint32;
import org.web3j.abi.datatypes.generated.Uint64;
import org.web3j.abi.datatypes.generated.Uint8;
import org.web3j.crypto.Credentials;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.RemoteCall;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.BaseEventResponse;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.tuples.generated.Tuple3;
import org.web3j.tuples.generated.Tuple4;
import org.web3j.tx.Contract;
import org.web3j.tx.TransactionManager;
import org.web3j.tx.gas.ContractGasProvider;

/**
 * Auto generated code.
 *
 * <p><strong>Do not modify!</strong>
 *
 * <p>Please use the <a href="https://docs.web3j.io/command_line.html">web3j command line tools</a>,
 * or the org.web3j.codegen.SolidityFunctionWrapperGenerator in the <a
 * href="https://github.com/LFDT-web3j/web3j/tree/main/codegen">codegen module</a> to update.
 *
 * <p>Generated with web3j version 5.0.2.
 */
@SuppressWarnings({"rawtypes", "unchecked"})
@Generated("org.web3j.codegen.SolidityFunctionWrapperGenerator")
public class LeptaAnchor extends Contract {
  public static final String BINARY =
      "60a060405234801561000f575f5ffd5b5060405161177838038061177883398101604081905261002e91610254565b60808390527fe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8555f556100608282610068565b50505061047d565b5f60028260ff1610158015610081575082518260ff1611155b801561008f57506020835111155b9050806100c35782516040516337c9635360e21b815260ff8416600482015260248101919091526044015b60405180910390fd5b600180545f916100e091600160c01b900463ffffffff1690610339565b90505f805b855181101561018f57816001600160a01b031686828151811061010a5761010a610367565b60200260200101516001600160a01b03161161013c5760405163187f1ae960e31b8152600481018290526024016100ba565b85818151811061014e5761014e610367565b6020908102919091018101516001600160a01b0381165f90815260039092526040909120805463ffffffff191663ffffffff861617905591506001016100e5565b506001805464ffffffffff60c01b1916600160c01b63ffffffff85160260ff60e01b191617600160e01b60ff87160217905560026101cd868261037b565b508163ffffffff167fe0f5340518e03796732cc9fb65954d864e72597c07c949655b7bad400db2a5fc8686604051610206929190610424565b60405180910390a25050505050565b634e487b7160e01b5f52604160045260245ffd5b80516001600160a01b038116811461023f575f5ffd5b919050565b805160ff8116811461023f575f5ffd5b5f5f5f60608486031215610266575f5ffd5b835160208501519093506001600160401b03811115610283575f5ffd5b8401601f81018613610293575f5ffd5b80516001600160401b038111156102ac576102ac610215565b604051600582901b90603f8201601f191681016001600160401b03811182821017156102da576102da610215565b6040529182526020818401810192908101898411156102f7575f5ffd5b6020850194505b8385101561031d5761030f85610229565b8152602094850194016102fe565b5094506103309250505060408501610244565b90509250925092565b63ffffffff818116838216019081111561036157634e487b7160e01b5f52601160045260245ffd5b92915050565b634e487b7160e01b5f52603260045260245ffd5b81516001600160401b0381111561039457610394610215565b680100000000000000008111156103ad576103ad610215565b8154818355808210156103e157825f528160205f20018282035f5b818110156103dd575f838201556001016103c8565b5050505b50602083016103f5835f9081526020902090565b5f5b8381101561041c5782516001600160a01b0316818301556020909201916001016103f7565b505050505050565b604080825283519082018190525f9060208501906060840190835b818110156104665783516001600160a01b031683526020938401939092019160010161043f565b5050809250505060ff831660208301529392505050565b6080516112d56104a35f395f818161012001528181610255015261071a01526112d55ff3fe608060405234801561000f575f5ffd5b5060043610610090575f3560e01c8063938b5f3211610063578063938b5f321461011b578063a50abc1914610142578063b84259f714610165578063bdd4d18d14610178578063f8232b6f1461018f575f5ffd5b8063070011f6146100945780634e095fe1146100af57806353954e81146100c45780638f7dcfa3146100d7575b5f5ffd5b61009c602081565b6040519081526020015b60405180910390f35b6100c26100bd366004610e4b565b6101a2565b005b61009c6100d2366004610eca565b6101fb565b6001545f54604080516001600160401b0380851682526020820193909352600160401b8404831691810191909152600160801b9092041660608201526080016100a6565b61009c7f000000000000000000000000000000000000000000000000000000000000000081565b610155610150366004610f2f565b610393565b60405190151581526020016100a6565b6100c2610173366004610fa1565b610532565b610180610661565b6040516100a69392919061107b565b61009c61019d3660046110ac565b6106ef565b6101b76101b08686866101fb565b838361076d565b6101f48585808060200260200160405190810160405280939291908181526020018383602002808284375f92019190915250879250610955915050565b5050505050565b5f5f84846040516020016102109291906110d4565b60408051808303601f1901815282825280516020918201206001547f975a3f79ca38a63cb9e9ecc5c7a5d4e6818fb54cb7ca66bb17a34d6c50408822928501929092527f000000000000000000000000000000000000000000000000000000000000000092840192909252600160c01b900463ffffffff1660608301526080820181905260ff851660a0830152915061038a9060c0015b60408051601f1981840301815282825280516020918201207f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f848301527f32c76d30d744b6ed5a074afaf0988b942db22947624f04ebd735dd0152dc0e1b848401527fc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc660608501524660808501523060a0808601919091528351808603909101815260c08501845280519083012061190160f01b60e086015260e28501526101028085019190915282518085039091018152610122909301909152815191012090565b95945050505050565b5f866001600160401b0316856001600160401b031610156103df5760405163cfd88f7d60e01b81526001600160401b038089166004830152861660248201526044015b60405180910390fd5b6001600160401b03871615801561040357505f5160206112b55f395f51905f528614155b1561043057604051635cf51b4960e11b81525f5160206112b55f395f51905f5260048201526024016103d6565b6001600160401b03851615801561045457505f5160206112b55f395f51905f528414155b15610481576040516346fb121d60e01b81525f5160206112b55f395f51905f5260048201526024016103d6565b6001600160401b03871615806104a85750846001600160401b0316876001600160401b0316145b156105165781156104cc576040516316b5c27960e31b815260040160405180910390fd5b846001600160401b0316876001600160401b03161480156104ed5750838614155b1561050e576040516346fb121d60e01b8152600481018790526024016103d6565b506001610528565b610524878787878787610afd565b5060015b9695505050505050565b6001546001600160401b0388811691161461056f576001546040516323533bd760e01b81526001600160401b0390911660048201526024016103d6565b866001600160401b0316866001600160401b0316116105b45760405163cfd88f7d60e01b81526001600160401b038089166004830152871660248201526044016103d6565b6105c16101b087876106ef565b6105d0875f5488888888610393565b505f859055600180546001600160401b038881166fffffffffffffffffffffffffffffffff199092168217600160401b428316021767ffffffffffffffff60801b1916600160801b439290921691909102179091556040518681527f4ac5b9bdb01817da80ec1c33e76c5bef927ab969dd8e8ba4ce21da0d7996e56f9060200160405180910390a250505050505050565b60605f5f60026001601c9054906101000a900460ff16600160189054906101000a900463ffffffff16828054806020026020016040519081016040528092919081815260200182805480156106dd57602002820191905f5260205f20905b81546001600160a01b031681526001909101906020018083116106bf575b50505050509250925092509250909192565b604080517e032d9931502ba38a0a5e160f9598a778978aa364690c1d8abc481f16ec2c7960208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091526001600160401b0383166060820152608081018290525f906107649060a0016102a7565b90505b92915050565b600154600160e01b900460ff168110156107b0576001546040516359b8466f60e01b815260048101839052600160e01b90910460ff1660248201526044016103d6565b5f805b828110156101f457368484838181106107ce576107ce611119565b90506060020190507f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a081604001355f1c1115610820576040516353fa372560e11b8152600481018390526024016103d6565b5f600187610831602085018561112d565b604080515f815260208181018084529490945260ff9092168282015291850135606082015290840135608082015260a0016020604051602081039080840390855afa158015610882573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b0381166108b9576040516353fa372560e11b8152600481018490526024016103d6565b6001546001600160a01b0382165f9081526003602052604090205463ffffffff908116600160c01b90920416146109155760405163301ef65d60e21b8152600481018490526001600160a01b03821660248201526044016103d6565b836001600160a01b0316816001600160a01b03161161094a5760405163590a84f760e01b8152600481018490526024016103d6565b9250506001016107b3565b5f60028260ff161015801561096e575082518260ff1611155b801561097c57506020835111155b9050806109ab5782516040516337c9635360e21b815260ff8416600482015260248101919091526044016103d6565b600180545f916109c891600160c01b900463ffffffff169061115a565b90505f805b8551811015610a7757816001600160a01b03168682815181106109f2576109f2611119565b60200260200101516001600160a01b031611610a245760405163187f1ae960e31b8152600481018290526024016103d6565b858181518110610a3657610a36611119565b6020908102919091018101516001600160a01b0381165f90815260039092526040909120805463ffffffff191663ffffffff861617905591506001016109cd565b506001805464ffffffffff60c01b1916600160c01b63ffffffff85160260ff60e01b191617600160e01b60ff8716021790556002610ab5868261118a565b508163ffffffff167fe0f5340518e03796732cc9fb65954d864e72597c07c949655b7bad400db2a5fc8686604051610aee92919061122e565b60405180910390a25050505050565b5f819003610b1e57604051631d9c855b60e21b815260040160405180910390fd5b5f610b2a600188611252565b90505f610b38600187611252565b90505b60018083169003610b6157677fffffffffffffff600192831c8116929190911c16610b3b565b5f6001600160401b03831615610b78576001610b7a565b5f5b60ff1690505f6001600160401b03841615610bad5785855f818110610ba157610ba1611119565b90506020020135610baf565b885b9050805b85831015610cb957836001600160401b03165f03610be4576040516316b5c27960e31b815260040160405180910390fd5b5f878785818110610bf757610bf7611119565b905060200201359050856001166001600160401b031660011480610c2c5750846001600160401b0316866001600160401b0316145b15610c8b57610c3b8184610d34565b9250610c478183610d34565b91505b60018616158015610c6357506001600160401b03861615155b15610c8657677fffffffffffffff600196871c8116969590951c90941693610c4a565b610c98565b610c958282610d34565b91505b50677fffffffffffffff600195861c81169594851c16939290920191610bb3565b6001600160401b03841615610ce157604051631d9c855b60e21b815260040160405180910390fd5b898214610d0457604051635cf51b4960e11b8152600481018390526024016103d6565b878114610d27576040516346fb121d60e01b8152600481018290526024016103d6565b5050505050505050505050565b604051600160f81b602082015260218101839052604181018290525f9060029060610160408051601f1981840301815290829052610d7191611271565b602060405180830381855afa158015610d8c573d5f5f3e3d5ffd5b5050506040513d601f19601f82011682018060405250810190610764919061129d565b5f5f83601f840112610dbf575f5ffd5b5081356001600160401b03811115610dd5575f5ffd5b6020830191508360208260051b8501011115610def575f5ffd5b9250929050565b803560ff81168114610e06575f5ffd5b919050565b5f5f83601f840112610e1b575f5ffd5b5081356001600160401b03811115610e31575f5ffd5b602083019150836020606083028501011115610def575f5ffd5b5f5f5f5f5f60608688031215610e5f575f5ffd5b85356001600160401b03811115610e74575f5ffd5b610e8088828901610daf565b9096509450610e93905060208701610df6565b925060408601356001600160401b03811115610ead575f5ffd5b610eb988828901610e0b565b969995985093965092949392505050565b5f5f5f60408486031215610edc575f5ffd5b83356001600160401b03811115610ef1575f5ffd5b610efd86828701610daf565b9094509250610f10905060208501610df6565b90509250925092565b80356001600160401b0381168114610e06575f5ffd5b5f5f5f5f5f5f60a08789031215610f44575f5ffd5b610f4d87610f19565b955060208701359450610f6260408801610f19565b93506060870135925060808701356001600160401b03811115610f83575f5ffd5b610f8f89828a01610daf565b979a9699509497509295939492505050565b5f5f5f5f5f5f5f60a0888a031215610fb7575f5ffd5b610fc088610f19565b9650610fce60208901610f19565b95506040880135945060608801356001600160401b03811115610fef575f5ffd5b610ffb8a828b01610daf565b90955093505060808801356001600160401b03811115611019575f5ffd5b6110258a828b01610e0b565b989b979a50959850939692959293505050565b5f8151808452602084019350602083015f5b828110156110715781516001600160a01b031686526020958601959091019060010161104a565b5093949350505050565b606081525f61108d6060830186611038565b905060ff8416602083015263ffffffff83166040830152949350505050565b5f5f604083850312156110bd575f5ffd5b6110c683610f19565b946020939093013593505050565b5f8184825b8581101561110e5781356001600160a01b0381168082146110f8575f5ffd5b84525060209283019291909101906001016110d9565b509095945050505050565b634e487b7160e01b5f52603260045260245ffd5b5f6020828403121561113d575f5ffd5b61076482610df6565b634e487b7160e01b5f52601160045260245ffd5b63ffffffff818116838216019081111561076757610767611146565b634e487b7160e01b5f52604160045260245ffd5b81516001600160401b038111156111a3576111a3611176565b600160401b8111156111b7576111b7611176565b8154818355808210156111eb57825f528160205f20018282035f5b818110156111e7575f838201556001016111d2565b5050505b50602083016111ff835f9081526020902090565b5f5b838110156112265782516001600160a01b031681830155602090920191600101611201565b505050505050565b604081525f6112406040830185611038565b905060ff831660208301529392505050565b6001600160401b03828116828216039081111561076757610767611146565b5f82515f5b818110156112905760208186018101518583015201611276565b505f920191825250919050565b5f602082840312156112ad575f5ffd5b505191905056fee3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static String librariesLinkedBinary;

  public static final String FUNC_MOST_MEMBERS = "MOST_MEMBERS";

  public static final String FUNC_ANCHOR = "anchor";

  public static final String FUNC_ANCHORDIGEST = "anchorDigest";

  public static final String FUNC_CHECKCONSISTENCY = "checkConsistency";

  public static final String FUNC_HEAD = "head";

  public static final String FUNC_MEMBERS = "members";

  public static final String FUNC_ORIGIN = "origin";

  public static final String FUNC_ROTATE = "rotate";

  public static final String FUNC_ROTATIONDIGEST = "rotationDigest";

  public static final CustomError MEMBERSNOTASCENDING_ERROR =
      new CustomError(
          "MembersNotAscending", Arrays.<TypeReference<?>>asList(new TypeReference<Uint256>() {}));

  public static final CustomError NEWROOTDIFFERS_ERROR =
      new CustomError(
          "NewRootDiffers", Arrays.<TypeReference<?>>asList(new TypeReference<Bytes32>() {}));

  public static final CustomError OLDROOTDIFFERS_ERROR =
      new CustomError(
          "OldRootDiffers", Arrays.<TypeReference<?>>asList(new TypeReference<Bytes32>() {}));

  public static final CustomError OLDSIZEISOTHER_ERROR =
      new CustomError(
          "OldSizeIsOther", Arrays.<TypeReference<?>>asList(new TypeReference<Uint64>() {}));

  public static final CustomError PROOFTOOLONG_ERROR =
      new CustomError("ProofTooLong", Arrays.<TypeReference<?>>asList());

  public static final CustomError PROOFTOOSHORT_ERROR =
      new CustomError("ProofTooShort", Arrays.<TypeReference<?>>asList());

  public static final CustomError SIGNATURENOTCANONICAL_ERROR =
      new CustomError(
          "SignatureNotCanonical",
          Arrays.<TypeReference<?>>asList(new TypeReference<Uint256>() {}));

  public static final CustomError SIGNERUNKNOWN_ERROR =
      new CustomError(
          "SignerUnknown",
          Arrays.<TypeReference<?>>asList(
              new TypeReference<Uint256>() {}, new TypeReference<Address>() {}));

  public static final CustomError SIGNERSNOTASCENDING_ERROR =
      new CustomError(
          "SignersNotAscending", Arrays.<TypeReference<?>>asList(new TypeReference<Uint256>() {}));

  public static final CustomError SIZENOTGROWING_ERROR =
      new CustomError(
          "SizeNotGrowing",
          Arrays.<TypeReference<?>>asList(
              new TypeReference<Uint64>() {}, new TypeReference<Uint64>() {}));

  public static final CustomError THRESHOLDOUTOFRANGE_ERROR =
      new CustomError(
          "ThresholdOutOfRange",
          Arrays.<TypeReference<?>>asList(
              new TypeReference<Uint8>() {}, new TypeReference<Uint256>() {}));

  public static final CustomError TOOFEWSIGNATURES_ERROR =
      new CustomError(
          "TooFewSignatures",
          Arrays.<TypeReference<?>>asList(
              new TypeReference<Uint256>() {}, new TypeReference<Uint256>() {}));

  public static final Event ANCHORED_EVENT =
      new Event(
          "Anchored",
          Arrays.<TypeReference<?>>asList(
              new TypeReference<Uint64>(true) {}, new TypeReference<Bytes32>() {}));

  public static final Event MEMBERSCHANGED_EVENT =
      new Event(
          "MembersChanged",
          Arrays.<TypeReference<?>>asList(
              new TypeReference<Uint32>(true) {},
              new TypeReference<DynamicArray<Address>>() {},
              new TypeReference<Uint8>() {}));

  @Deprecated
  protected LeptaAnchor(
      String contractAddress,
      Web3j web3j,
      Credentials credentials,
      BigInteger gasPrice,
      BigInteger gasLimit) {
    super(BINARY, contractAddress, web3j, credentials, gasPrice, gasLimit);
  }

  protected LeptaAnchor(
      String contractAddress,
      Web3j web3j,
      Credentials credentials,
      ContractGasProvider contractGasProvider) {
    super(BINARY, contractAddress, web3j, credentials, contractGasProvider);
  }

  @Deprecated
  protected LeptaAnchor(
      String contractAddress,
      Web3j web3j,
      TransactionManager transactionManager,
      BigInteger gasPrice,
      BigInteger gasLimit) {
    super(BINARY, contractAddress, web3j, transactionManager, gasPrice, gasLimit);
  }

  protected LeptaAnchor(
      String contractAddress,
      Web3j web3j,
      TransactionManager transactionManager,
      ContractGasProvider contractGasProvider) {
    super(BINARY, contractAddress, web3j, transactionManager, contractGasProvider);
  }

  public static List<AnchoredEventResponse> getAnchoredEvents(
      TransactionReceipt transactionReceipt) {
    List<Contract.EventValuesWithLog> valueList =
        staticExtractEventParametersWithLog(ANCHORED_EVENT, transactionReceipt);
    ArrayList<AnchoredEventResponse> responses =
        new ArrayList<AnchoredEventResponse>(valueList.size());
    for (Contract.EventValuesWithLog eventValues : valueList) {
      AnchoredEventResponse typedResponse = new AnchoredEventResponse();
      typedResponse.log = eventValues.getLog();
      typedResponse.size = (BigInteger) eventValues.getIndexedValues().get(0).getValue();
      typedResponse.root = (byte[]) eventValues.getNonIndexedValues().get(0).getValue();
      responses.add(typedResponse);
    }
    return responses;
  }

  public static AnchoredEventResponse getAnchoredEventFromLog(Log log) {
    Contract.EventValuesWithLog eventValues =
        staticExtractEventParametersWithLog(ANCHORED_EVENT, log);
    AnchoredEventResponse typedResponse = new AnchoredEventResponse();
    typedResponse.log = log;
    typedResponse.size = (BigInteger) eventValues.getIndexedValues().get(0).getValue();
    typedResponse.root = (byte[]) eventValues.getNonIndexedValues().get(0).getValue();
    return typedResponse;
  }

  public Flowable<AnchoredEventResponse> anchoredEventFlowable(EthFilter filter) {
    return web3j.ethLogFlowable(filter).map(log -> getAnchoredEventFromLog(log));
  }

  public Flowable<AnchoredEventResponse> anchoredEventFlowable(
      DefaultBlockParameter startBlock, DefaultBlockParameter endBlock) {
    EthFilter filter = new EthFilter(startBlock, endBlock, getContractAddress());
    filter.addSingleTopic(EventEncoder.encode(ANCHORED_EVENT));
    return anchoredEventFlowable(filter);
  }

  public static List<MembersChangedEventResponse> getMembersChangedEvents(
      TransactionReceipt transactionReceipt) {
    List<Contract.EventValuesWithLog> valueList =
        staticExtractEventParametersWithLog(MEMBERSCHANGED_EVENT, transactionReceipt);
    ArrayList<MembersChangedEventResponse> responses =
        new ArrayList<MembersChangedEventResponse>(valueList.size());
    for (Contract.EventValuesWithLog eventValues : valueList) {
      MembersChangedEventResponse typedResponse = new MembersChangedEventResponse();
      typedResponse.log = eventValues.getLog();
      typedResponse.epoch = (BigInteger) eventValues.getIndexedValues().get(0).getValue();
      typedResponse.members =
          (List<String>) ((Array) eventValues.getNonIndexedValues().get(0)).getNativeValueCopy();
      typedResponse.threshold = (BigInteger) eventValues.getNonIndexedValues().get(1).getValue();
      responses.add(typedResponse);
    }
    return responses;
  }

  public static MembersChangedEventResponse getMembersChangedEventFromLog(Log log) {
    Contract.EventValuesWithLog eventValues =
        staticExtractEventParametersWithLog(MEMBERSCHANGED_EVENT, log);
    MembersChangedEventResponse typedResponse = new MembersChangedEventResponse();
    typedResponse.log = log;
    typedResponse.epoch = (BigInteger) eventValues.getIndexedValues().get(0).getValue();
    typedResponse.members =
        (List<String>) ((Array) eventValues.getNonIndexedValues().get(0)).getNativeValueCopy();
    typedResponse.threshold = (BigInteger) eventValues.getNonIndexedValues().get(1).getValue();
    return typedResponse;
  }

  public Flowable<MembersChangedEventResponse> membersChangedEventFlowable(EthFilter filter) {
    return web3j.ethLogFlowable(filter).map(log -> getMembersChangedEventFromLog(log));
  }

  public Flowable<MembersChangedEventResponse> membersChangedEventFlowable(
      DefaultBlockParameter startBlock, DefaultBlockParameter endBlock) {
    EthFilter filter = new EthFilter(startBlock, endBlock, getContractAddress());
    filter.addSingleTopic(EventEncoder.encode(MEMBERSCHANGED_EVENT));
    return membersChangedEventFlowable(filter);
  }

  public RemoteFunctionCall<BigInteger> MOST_MEMBERS() {
    final Function function =
        new Function(
            FUNC_MOST_MEMBERS,
            Arrays.<Type>asList(),
            Arrays.<TypeReference<?>>asList(new TypeReference<Uint256>() {}));
    return executeRemoteCallSingleValueReturn(function, BigInteger.class);
  }

  public RemoteFunctionCall<TransactionReceipt> anchor(
      BigInteger oldSize,
      BigInteger newSize,
      byte[] newRoot,
      List<byte[]> proof,
      List<Signature> signatures) {
    final Function function =
        new Function(
            FUNC_ANCHOR,
            Arrays.<Type>asList(
                new org.web3j.abi.datatypes.generated.Uint64(oldSize),
                new org.web3j.abi.datatypes.generated.Uint64(newSize),
                new org.web3j.abi.datatypes.generated.Bytes32(newRoot),
                new org.web3j.abi.datatypes.DynamicArray<org.web3j.abi.datatypes.generated.Bytes32>(
                    org.web3j.abi.datatypes.generated.Bytes32.class,
                    org.web3j.abi.Utils.typeMap(
                        proof, org.web3j.abi.datatypes.generated.Bytes32.class)),
                new org.web3j.abi.datatypes.DynamicArray<Signature>(Signature.class, signatures)),
            Collections.<TypeReference<?>>emptyList());
    return executeRemoteCallTransaction(function);
  }

  public RemoteFunctionCall<byte[]> anchorDigest(BigInteger newSize, byte[] newRoot) {
    final Function function =
        new Function(
            FUNC_ANCHORDIGEST,
            Arrays.<Type>asList(
                new org.web3j.abi.datatypes.generated.Uint64(newSize),
                new org.web3j.abi.datatypes.generated.Bytes32(newRoot)),
            Arrays.<TypeReference<?>>asList(new TypeReference<Bytes32>() {}));
    return executeRemoteCallSingleValueReturn(function, byte[].class);
  }

  public RemoteFunctionCall<Boolean> checkConsistency(
      BigInteger oldSize, byte[] oldRoot, BigInteger newSize, byte[] newRoot, List<byte[]> proof) {
    final Function function =
        new Function(
            FUNC_CHECKCONSISTENCY,
            Arrays.<Type>asList(
                new org.web3j.abi.datatypes.generated.Uint64(oldSize),
                new org.web3j.abi.datatypes.generated.Bytes32(oldRoot),
                new org.web3j.abi.datatypes.generated.Uint64(newSize),
                new org.web3j.abi.datatypes.generated.Bytes32(newRoot),
                new org.web3j.abi.datatypes.DynamicArray<org.web3j.abi.datatypes.generated.Bytes32>(
                    org.web3j.abi.datatypes.generated.Bytes32.class,
                    org.web3j.abi.Utils.typeMap(
                        proof, org.web3j.abi.datatypes.generated.Bytes32.class))),
            Arrays.<TypeReference<?>>asList(new TypeReference<Bool>() {}));
    return executeRemoteCallSingleValueReturn(function, Boolean.class);
  }

  public RemoteFunctionCall<Tuple4<BigInteger, byte[], BigInteger, BigInteger>> head() {
    final Function function =
        new Function(
            FUNC_HEAD,
            Arrays.<Type>asList(),
            Arrays.<TypeReference<?>>asList(
                new TypeReference<Uint64>() {},
                new TypeReference<Bytes32>() {},
                new TypeReference<Uint64>() {},
                new TypeReference<Uint64>() {}));
    return new RemoteFunctionCall<Tuple4<BigInteger, byte[], BigInteger, BigInteger>>(
        function,
        new Callable<Tuple4<BigInteger, byte[], BigInteger, BigInteger>>() {
          @Override
          public Tuple4<BigInteger, byte[], BigInteger, BigInteger> call() throws Exception {
            List<Type> results = executeCallMultipleValueReturn(function);
            return new Tuple4<BigInteger, byte[], BigInteger, BigInteger>(
                (BigInteger) results.get(0).getValue(),
                (byte[]) results.get(1).getValue(),
                (BigInteger) results.get(2).getValue(),
                (BigInteger) results.get(3).getValue());
          }
        });
  }

  public RemoteFunctionCall<Tuple3<List<String>, BigInteger, BigInteger>> members() {
    final Function function =
        new Function(
            FUNC_MEMBERS,
            Arrays.<Type>asList(),
            Arrays.<TypeReference<?>>asList(
                new TypeReference<DynamicArray<Address>>() {},
                new TypeReference<Uint8>() {},
                new TypeReference<Uint32>() {}));
    return new RemoteFunctionCall<Tuple3<List<String>, BigInteger, BigInteger>>(
        function,
        new Callable<Tuple3<List<String>, BigInteger, BigInteger>>() {
          @Override
          public Tuple3<List<String>, BigInteger, BigInteger> call() throws Exception {
            List<Type> results = executeCallMultipleValueReturn(function);
            return new Tuple3<List<String>, BigInteger, BigInteger>(
                convertToNative((List<Address>) results.get(0).getValue()),
                (BigInteger) results.get(1).getValue(),
                (BigInteger) results.get(2).getValue());
          }
        });
  }

  public RemoteFunctionCall<byte[]> origin() {
    final Function function =
        new Function(
            FUNC_ORIGIN,
            Arrays.<Type>asList(),
            Arrays.<TypeReference<?>>asList(new TypeReference<Bytes32>() {}));
    return executeRemoteCallSingleValueReturn(function, byte[].class);
  }

  public RemoteFunctionCall<TransactionReceipt> rotate(
      List<String> newMembers, BigInteger newThreshold, List<Signature> signatures) {
    final Function function =
        new Function(
            FUNC_ROTATE,
            Arrays.<Type>asList(
                new org.web3j.abi.datatypes.DynamicArray<org.web3j.abi.datatypes.Address>(
                    org.web3j.abi.datatypes.Address.class,
                    org.web3j.abi.Utils.typeMap(newMembers, org.web3j.abi.datatypes.Address.class)),
                new org.web3j.abi.datatypes.generated.Uint8(newThreshold),
                new org.web3j.abi.datatypes.DynamicArray<Signature>(Signature.class, signatures)),
            Collections.<TypeReference<?>>emptyList());
    return executeRemoteCallTransaction(function);
  }

  public RemoteFunctionCall<byte[]> rotationDigest(
      List<String> newMembers, BigInteger newThreshold) {
    final Function function =
        new Function(
            FUNC_ROTATIONDIGEST,
            Arrays.<Type>asList(
                new org.web3j.abi.datatypes.DynamicArray<org.web3j.abi.datatypes.Address>(
                    org.web3j.abi.datatypes.Address.class,
                    org.web3j.abi.Utils.typeMap(newMembers, org.web3j.abi.datatypes.Address.class)),
                new org.web3j.abi.datatypes.generated.Uint8(newThreshold)),
            Arrays.<TypeReference<?>>asList(new TypeReference<Bytes32>() {}));
    return executeRemoteCallSingleValueReturn(function, byte[].class);
  }

  @Deprecated
  public static LeptaAnchor load(
      String contractAddress,
      Web3j web3j,
      Credentials credentials,
      BigInteger gasPrice,
      BigInteger gasLimit) {
    return new LeptaAnchor(contractAddress, web3j, credentials, gasPrice, gasLimit);
  }

  @Deprecated
  public static LeptaAnchor load(
      String contractAddress,
      Web3j web3j,
      TransactionManager transactionManager,
      BigInteger gasPrice,
      BigInteger gasLimit) {
    return new LeptaAnchor(contractAddress, web3j, transactionManager, gasPrice, gasLimit);
  }

  public static LeptaAnchor load(
      String contractAddress,
      Web3j web3j,
      Credentials credentials,
      ContractGasProvider contractGasProvider) {
    return new LeptaAnchor(contractAddress, web3j, credentials, contractGasProvider);
  }

  public static LeptaAnchor load(
      String contractAddress,
      Web3j web3j,
      TransactionManager transactionManager,
      ContractGasProvider contractGasProvider) {
    return new LeptaAnchor(contractAddress, web3j, transactionManager, contractGasProvider);
  }

  public static RemoteCall<LeptaAnchor> deploy(
      Web3j web3j,
      Credentials credentials,
      ContractGasProvider contractGasProvider,
      byte[] origin_,
      List<String> members_,
      BigInteger threshold_) {
    String encodedConstructor =
        FunctionEncoder.encodeConstructor(
            Arrays.<Type>asList(
                new org.web3j.abi.datatypes.generated.Bytes32(origin_),
                new org.web3j.abi.datatypes.DynamicArray<org.web3j.abi.datatypes.Address>(
                    org.web3j.abi.datatypes.Address.class,
                    org.web3j.abi.Utils.typeMap(members_, org.web3j.abi.datatypes.Address.class)),
                new org.web3j.abi.datatypes.generated.Uint8(threshold_)));
    return deployRemoteCall(
        LeptaAnchor.class,
        web3j,
        credentials,
        contractGasProvider,
        getDeploymentBinary(),
        encodedConstructor);
  }

  public static RemoteCall<LeptaAnchor> deploy(
      Web3j web3j,
      TransactionManager transactionManager,
      ContractGasProvider contractGasProvider,
      byte[] origin_,
      List<String> members_,
      BigInteger threshold_) {
    String encodedConstructor =
        FunctionEncoder.encodeConstructor(
            Arrays.<Type>asList(
                new org.web3j.abi.datatypes.generated.Bytes32(origin_),
                new org.web3j.abi.datatypes.DynamicArray<org.web3j.abi.datatypes.Address>(
                    org.web3j.abi.datatypes.Address.class,
                    org.web3j.abi.Utils.typeMap(members_, org.web3j.abi.datatypes.Address.class)),
                new org.web3j.abi.datatypes.generated.Uint8(threshold_)));
    return deployRemoteCall(
        LeptaAnchor.class,
        web3j,
        transactionManager,
        contractGasProvider,
        getDeploymentBinary(),
        encodedConstructor);
  }

  @Deprecated
  public static RemoteCall<LeptaAnchor> deploy(
      Web3j web3j,
      Credentials credentials,
      BigInteger gasPrice,
      BigInteger gasLimit,
      byte[] origin_,
      List<String> members_,
      BigInteger threshold_) {
    String encodedConstructor =
        FunctionEncoder.encodeConstructor(
            Arrays.<Type>asList(
                new org.web3j.abi.datatypes.generated.Bytes32(origin_),
                new org.web3j.abi.datatypes.DynamicArray<org.web3j.abi.datatypes.Address>(
                    org.web3j.abi.datatypes.Address.class,
                    org.web3j.abi.Utils.typeMap(members_, org.web3j.abi.datatypes.Address.class)),
                new org.web3j.abi.datatypes.generated.Uint8(threshold_)));
    return deployRemoteCall(
        LeptaAnchor.class,
        web3j,
        credentials,
        gasPrice,
        gasLimit,
        getDeploymentBinary(),
        encodedConstructor);
  }

  @Deprecated
  public static RemoteCall<LeptaAnchor> deploy(
      Web3j web3j,
      TransactionManager transactionManager,
      BigInteger gasPrice,
      BigInteger gasLimit,
      byte[] origin_,
      List<String> members_,
      BigInteger threshold_) {
    String encodedConstructor =
        FunctionEncoder.encodeConstructor(
            Arrays.<Type>asList(
                new org.web3j.abi.datatypes.generated.Bytes32(origin_),
                new org.web3j.abi.datatypes.DynamicArray<org.web3j.abi.datatypes.Address>(
                    org.web3j.abi.datatypes.Address.class,
                    org.web3j.abi.Utils.typeMap(members_, org.web3j.abi.datatypes.Address.class)),
                new org.web3j.abi.datatypes.generated.Uint8(threshold_)));
    return deployRemoteCall(
        LeptaAnchor.class,
        web3j,
        transactionManager,
        gasPrice,
        gasLimit,
        getDeploymentBinary(),
        encodedConstructor);
  }

  public static void linkLibraries(List<Contract.LinkReference> references) {
    librariesLinkedBinary = linkBinaryWithReferences(BINARY, references);
  }

  private static String getDeploymentBinary() {
    if (librariesLinkedBinary != null) {
      return librariesLinkedBinary;
    } else {
      return BINARY;
    }
  }

  public static class Signature extends StaticStruct {
    public BigInteger v;

    public byte[] r;

    public byte[] s;

    public Signature(BigInteger v, byte[] r, byte[] s) {
      super(
          new org.web3j.abi.datatypes.generated.Uint8(v),
          new org.web3j.abi.datatypes.generated.Bytes32(r),
          new org.web3j.abi.datatypes.generated.Bytes32(s));
      this.v = v;
      this.r = r;
      this.s = s;
    }

    public Signature(Uint8 v, Bytes32 r, Bytes32 s) {
      super(v, r, s);
      this.v = v.getValue();
      this.r = r.getValue();
      this.s = s.getValue();
    }
  }

  public static class AnchoredEventResponse extends BaseEventResponse {
    public BigInteger size;

    public byte[] root;
  }

  public static class MembersChangedEventResponse extends BaseEventResponse {
    public BigInteger epoch;

    public List<String> members;

    public BigInteger threshold;
  }
}
